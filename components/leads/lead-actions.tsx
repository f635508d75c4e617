import { Check, Ellipsis, Scale, Send, Trophy, Undo2, X } from 'lucide-react'
import { Link } from '@/components/ui/link'
import type { FormAction } from '@/lib/forms/form-state'
import type { LeadRights } from '@/lib/leads/lead-rights'
import { type ButtonLook, type ButtonSize, LinkButton } from '../ui/button'
import { Form, SubmitButton } from '../ui/form'

export type LeadDialogName =
  | 'touch'
  | 'return'
  | 'won'
  | 'lost'
  | 'edit'
  | 'offer'
  | 'answer'
  | 'settle'
  | 'assign'
  | 'delete'
  | 'void'
  | 'reopen'
  | 'contact'
  | 'merge'
  | 'unmerge'
  | 'task'
  | 'drop'

type Props = {
  rights: LeadRights
  doNotContact: boolean
  handoffId?: string
  hrefOf: (dialog: LeadDialogName) => string
  accept: FormAction
  withdraw: FormAction
  /** Where accepting and withdrawing lead. */
  to: string
}

/** What may be done with a lead just now, the next thing last and black; what is rarely done is behind the dots. */
export function LeadActions({ rights, doNotContact, handoffId = '', hrefOf, accept, withdraw, to }: Props) {
  return (
    <>
      <MoreActions rights={rights} doNotContact={doNotContact} hrefOf={hrefOf} />
      {rights.withdraw && !rights.accept ? <Withdraw action={withdraw} handoffId={handoffId} to={to} /> : null}
      {rights.return ? (
        <LinkButton href={hrefOf('return')} scroll={false} icon={<Undo2 />} shortcut="R">
          Send back
        </LinkButton>
      ) : null}
      {rights.close && !rights.accept ? (
        <>
          <LinkButton href={hrefOf('lost')} scroll={false} icon={<X />}>
            Lost
          </LinkButton>
          <LinkButton
            look={rights.return ? 'primary' : 'secondary'}
            href={hrefOf('won')}
            scroll={false}
            icon={<Trophy />}
          >
            Won
          </LinkButton>
        </>
      ) : null}
      {rights.settle ? (
        <LinkButton look="primary" href={hrefOf('settle')} scroll={false} icon={<Scale />}>
          Settle the repair
        </LinkButton>
      ) : null}
      {rights.offer && !rights.answer && !rights.settle ? (
        <LinkButton look="primary" href={hrefOf('offer')} scroll={false} icon={<Send />}>
          Offer to Sales
        </LinkButton>
      ) : null}
      {rights.answer ? (
        <LinkButton look="primary" href={hrefOf('answer')} scroll={false}>
          Answer the repair
        </LinkButton>
      ) : null}
      {rights.reopen ? (
        <LinkButton href={hrefOf('reopen')} scroll={false}>
          Reopen
        </LinkButton>
      ) : null}
      {rights.accept ? <Accept action={accept} handoffId={handoffId} to={to} shortcut="A" /> : null}
    </>
  )
}

type OneHandoff = {
  action: FormAction
  handoffId: string
  to: string
  label?: string
  /** The lead's name, where several of these stand on a page. */
  of?: string
  size?: ButtonSize
}

/** Makes a waiting lead one's own. */
export function Accept({
  action,
  handoffId,
  to,
  shortcut,
  label = 'Accept lead',
  of = 'the lead',
  size,
  look = 'primary',
}: OneHandoff & { shortcut?: string; look?: ButtonLook }) {
  return (
    <Form key={handoffId} action={action} hidden={{ handoffId, to }} className="contents" label={`Accept ${of}`}>
      <SubmitButton
        look={look}
        size={size}
        icon={shortcut ? <Check /> : undefined}
        shortcut={shortcut}
        pending="Accepting…"
      >
        {label}
      </SubmitButton>
    </Form>
  )
}

/** Takes a waiting offer back to Marketing. */
export function Withdraw({ action, handoffId, to, label = 'Withdraw offer', of = 'the offer', size }: OneHandoff) {
  return (
    <Form key={handoffId} action={action} hidden={{ handoffId, to }} className="contents" label={`Withdraw ${of}`}>
      <SubmitButton look="secondary" size={size} pending="Withdrawing…">
        {label}
      </SubmitButton>
    </Form>
  )
}

function MoreActions({ rights, doNotContact, hrefOf }: Pick<Props, 'rights' | 'doNotContact' | 'hrefOf'>) {
  const more: [LeadDialogName, string, boolean][] = [
    ['edit', 'Edit', rights.edit],
    ['offer', 'Offer to Sales again', rights.offer && rights.answer],
    ['won', 'Won', rights.close && rights.accept],
    ['lost', 'Lost', rights.close && rights.accept],
    ['assign', 'Owner and rep', rights.assign],
    ['contact', doNotContact ? 'May be contacted again' : 'Do not contact', rights.markDoNotContact],
    ['merge', 'Merge with…', rights.merge],
    ['delete', 'Delete', rights.delete],
  ]
  const shown = more.filter(([, , isAllowed]) => isAllowed)
  if (shown.length === 0) return null
  return (
    <details data-menu className="group/more relative max-md:flex-none!">
      <summary
        aria-label="More actions"
        className="flex size-8.5 list-none items-center justify-center rounded-md border border-transparent text-ink-soft hover:bg-hover hover:text-ink max-md:size-11 [&::-webkit-details-marker]:hidden"
      >
        <Ellipsis className="size-4" aria-hidden="true" />
      </summary>
      <ul className="absolute right-0 z-30 mt-1 min-w-48 rounded-lg border border-line bg-surface p-1 shadow-over max-md:right-auto max-md:left-0">
        {shown.map(([name, label]) => (
          <li key={name}>
            <Link
              href={hrefOf(name)}
              scroll={false}
              className={`flex h-8.5 items-center rounded-md px-2.5 text-sm whitespace-nowrap hover:bg-hover max-md:h-11 ${name === 'delete' ? 'text-danger-ink' : ''}`}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
