import type { ReactNode } from 'react'
import { AnswerForm, OfferForm } from '@/components/handoffs/offer-form'
import { ReturnForm } from '@/components/handoffs/return-form'
import { AssignForm } from '@/components/leads/assign-form'
import { LostForm, WonForm } from '@/components/leads/close-forms'
import { EditForm } from '@/components/leads/edit-form'
import type { LeadDialogName } from '@/components/leads/lead-actions'
import { TouchForm } from '@/components/leads/touch-form'
import { ConfirmForm } from '@/components/ui/confirm-form'
import { Dialog } from '@/components/ui/dialog'
import type { Actor } from '@/lib/access/actor'
import { type Ability, can } from '@/lib/access/permissions'
import { campaignOptions } from '@/lib/campaigns/campaign-options'
import type { LeadPage } from '@/lib/leads/lead-page'
import { localOf } from '@/lib/local-time'
import { idParam, type PageParams, paramOf } from '@/lib/page-params'
import { listPeople } from '@/lib/people/queries'
import { allChannels } from '@/lib/touchpoints/channel'
import { answerAction, offerAction, returnAction } from '../../handoffs/actions'
import {
  assignLeadAction,
  closeLeadAction,
  deleteLeadAction,
  doNotContactAction,
  editLeadAction,
  logTouchAction,
  reopenLeadAction,
  undoTouchAction,
  voidTouchAction,
} from './actions'

type Props = {
  actor: Actor
  page: LeadPage
  params: PageParams
  now: Date
  /** The address without the dialog. */
  backHref: string
  /** Where offering, returning and answering lead. */
  to: string
}

type Drawn = { title: string; subline?: string; size?: 'sm' | 'md' | 'lg'; body: ReactNode }

/** For which role each dialog is; whether the lead's state allows it, the command says. */
const abilities: Record<LeadDialogName, Ability> = {
  touch: 'touch.log',
  void: 'touch.void',
  return: 'handoff.return',
  won: 'lead.close',
  lost: 'lead.close',
  reopen: 'lead.close',
  edit: 'lead.edit',
  offer: 'handoff.offer',
  answer: 'handoff.answer',
  assign: 'lead.assign',
  contact: 'lead.markDoNotContact',
  delete: 'lead.delete',
}

/** The dialog that `?do=` names, over the page of a lead or over the queue; nothing when it names none. */
export async function LeadDialog(props: Props) {
  const name = paramOf(props.params, 'do') as LeadDialogName | undefined
  if (!name || !(name in abilities) || !can(props.actor, abilities[name])) return null
  const drawn = await draw[name](props)
  if (!drawn) return null
  const { title, subline, size, body } = drawn
  return (
    <Dialog key={name} title={title} subline={subline} size={size} closeHref={props.backHref}>
      {body}
    </Dialog>
  )
}

const draw: Record<LeadDialogName, (props: Props) => Promise<Drawn | null> | Drawn | null> = {
  touch: async ({ actor, page, params, backHref }) => ({
    title: 'Log a touch',
    subline: page.lead.name,
    body: (
      <TouchForm
        action={logTouchAction}
        undo={undoTouchAction}
        leadId={page.lead.id}
        channel={allChannels.find((channel) => channel === paramOf(params, 'channel'))}
        campaigns={await campaignOptions(actor)}
        timeZone={page.timeZone}
        onlyInbound={page.lead.doNotContact}
        doneHref={backHref}
        cancelHref={backHref}
      />
    ),
  }),
  void: ({ params, backHref }) => {
    const touchpointId = idParam(params, 'touch')
    return touchpointId
      ? {
          title: 'Void this touch?',
          size: 'sm',
          body: (
            <ConfirmForm
              action={voidTouchAction}
              hidden={{ touchpointId }}
              submit="Void touch"
              isDangerous
              doneHref={backHref}
              cancelHref={backHref}
            >
              It stays in the history, marked as voided. Count and stage are then as if it had not been, and an offer
              that Baton made because of it goes back.
            </ConfirmForm>
          ),
        }
      : null
  },
  return: ({ page: { handoff }, to, backHref }) =>
    handoff && {
      title: 'Send back to Marketing',
      subline: handoff.lead.name,
      size: 'lg',
      body: <ReturnForm action={returnAction} handoffId={handoff.id} to={to} cancelHref={backHref} />,
    },
  won: ({ page: { lead, timeZone, currency }, now, backHref }) => ({
    title: 'Won',
    subline: lead.name,
    body: (
      <WonForm
        action={closeLeadAction}
        leadId={lead.id}
        timeZone={timeZone}
        value={lead.value}
        currency={lead.currency ?? currency}
        today={localOf(now, timeZone).slice(0, 10)}
        doneHref={backHref}
        cancelHref={backHref}
      />
    ),
  }),
  lost: ({ page: { lead, timeZone }, backHref }) => ({
    title: 'Lost',
    subline: lead.name,
    body: (
      <LostForm
        action={closeLeadAction}
        leadId={lead.id}
        timeZone={timeZone}
        doneHref={backHref}
        cancelHref={backHref}
      />
    ),
  }),
  reopen: ({ page: { lead }, backHref }) => ({
    title: 'Reopen this lead?',
    size: 'sm',
    body: (
      <ConfirmForm
        action={reopenLeadAction}
        hidden={{ leadId: lead.id }}
        submit="Reopen"
        doneHref={backHref}
        cancelHref={backHref}
      >
        {lead.rep ? `It is with ${lead.rep.name} again.` : 'It is with Marketing again, and is not offered by itself.'}
      </ConfirmForm>
    ),
  }),
  edit: ({ page: { lead }, backHref }) => ({
    title: 'Edit the lead',
    subline: lead.name,
    size: 'lg',
    body: <EditForm action={editLeadAction} lead={lead} doneHref={backHref} cancelHref={backHref} />,
  }),
  offer: ({ page: { lead }, backHref }) => ({
    title: 'Offer to Sales',
    subline: lead.name,
    body: <OfferForm action={offerAction} leadId={lead.id} to="" cancelHref={backHref} />,
  }),
  answer: ({ page: { handoff }, to, backHref }) =>
    handoff && {
      title: 'Answer the repair',
      subline: handoff.lead.name,
      body: <AnswerForm action={answerAction} handoffId={handoff.id} to={to} cancelHref={backHref} />,
    },
  assign: async ({ actor, page: { lead }, backHref }) => {
    const people = await listPeople(actor)
    const options = (role: 'marketer' | 'rep') =>
      people
        .filter((person) => [role, 'manager', 'admin'].includes(person.role))
        .map(({ id, name }) => ({ value: id, label: name }))
    return {
      title: 'Owner and rep',
      subline: lead.name,
      body: (
        <AssignForm
          action={assignLeadAction}
          leadId={lead.id}
          owner={lead.owner?.id ?? ''}
          rep={lead.rep?.id ?? ''}
          owners={options('marketer')}
          reps={options('rep')}
          doneHref={backHref}
          cancelHref={backHref}
        />
      ),
    }
  },
  contact: ({ page: { lead }, backHref }) => ({
    title: lead.doNotContact ? 'May we contact this lead again?' : 'Mark do-not-contact?',
    size: 'sm',
    body: (
      <ConfirmForm
        action={doNotContactAction}
        hidden={{ leadId: lead.id, doNotContact: String(!lead.doNotContact) }}
        submit={lead.doNotContact ? 'Clear the mark' : 'Mark do-not-contact'}
        doneHref={backHref}
        cancelHref={backHref}
      >
        {lead.doNotContact
          ? 'Touches of all kinds can be logged, and the lead can be offered to Sales.'
          : 'The lead is not offered to Sales any more, a waiting offer is withdrawn, and only touches that come from the lead are logged.'}
      </ConfirmForm>
    ),
  }),
  delete: ({ page: { lead }, backHref }) => ({
    title: 'Delete this lead?',
    size: 'sm',
    body: (
      <ConfirmForm
        action={deleteLeadAction}
        hidden={{ leadId: lead.id }}
        submit="Delete lead"
        isDangerous
        cancelHref={backHref}
      >
        {lead.name} and the whole history disappear for everybody. Reports of the past stay as they were. This can’t be
        undone.
      </ConfirmForm>
    ),
  }),
}
