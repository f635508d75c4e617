'use server'

import type { Actor } from '@/lib/access/actor'
import { DomainError } from '@/lib/errors'
import { atField } from '@/lib/field-names'
import { formatRelative } from '@/lib/format/format-time'
import { formAction, undoAction } from '@/lib/forms/form-action'
import type { FormFields } from '@/lib/forms/form-fields'
import { assignLead } from '@/lib/leads/assign-lead'
import { closeLead } from '@/lib/leads/close-lead'
import { deleteLead } from '@/lib/leads/delete-lead'
import { editLead } from '@/lib/leads/edit-lead'
import { orLatestEdit } from '@/lib/leads/latest-edit'
import { markDoNotContact } from '@/lib/leads/mark-do-not-contact'
import { getLead } from '@/lib/leads/queries'
import { reopenLead } from '@/lib/leads/reopen-lead'
import { endOfDay, instantOf } from '@/lib/local-time'
import { taskOfForm } from '@/lib/tasks/task-of-form'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { loggedInWords } from '@/lib/touchpoints/touch-in-words'
import { voidTouch } from '@/lib/touchpoints/void-touch'

const leadId = (fields: FormFields) => ({ leadId: fields.text('leadId') })

export const logTouchAction = formAction(
  async (fields) => {
    const when = fields.text('occurredAt')
    return {
      ...leadId(fields),
      channel: fields.text('channel'),
      direction: fields.text('direction'),
      engaged: fields.isTicked('engaged'),
      occurredAt: when && instantOf(when, fields.typed('timeZone')),
      campaignId: fields.text('campaignId'),
      note: fields.text('note'),
      next: fields.text('next.what') && (await taskOfForm(fields, 'next.')),
    }
  },
  async (actor, input) => {
    const { leadId: id = '' } = input as { leadId?: string }
    const before = await leadOrNull(actor, id)
    const { lead, touchpoint, task } = await atField(logTouch(actor, input), { 'next.dueAt': 'next.when' })
    return { before: before ?? lead, lead, touchpoint, task }
  },
  ({ before, lead, touchpoint, task }, fields) => ({
    message: `${loggedInWords(before, lead)}${task ? ` Next: ${task.what}, ${formatRelative(task.dueAt, fields.typed('timeZone'), new Date())}.` : ''}`,
    made: touchpoint.id,
  }),
)

/** For the words only: what is wrong with the id the command says. */
async function leadOrNull(actor: Actor, id: string) {
  try {
    return /^[0-9a-f-]{36}$/i.test(id) ? await getLead(actor, id) : null
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}

export const undoTouchAction = undoAction(
  (actor, touchpointId) => voidTouch(actor, { touchpointId }),
  'The touch is voided.',
)

export const voidTouchAction = formAction(
  (fields) => ({ touchpointId: fields.text('touchpointId') }),
  voidTouch,
  () => ({ message: 'The touch is voided. The count is as if it had not been.' }),
)

export const closeLeadAction = formAction(
  (fields) => {
    const day = fields.text('closedOn')
    return {
      ...leadId(fields),
      outcome: fields.text('outcome'),
      reason: fields.text('reason'),
      note: fields.text('note'),
      value: fields.number('value'),
      // A currency alone says nothing.
      currency: fields.text('value') ? fields.text('currency') : undefined,
      closedAt: day && endOfDay(day, fields.typed('timeZone'), new Date()),
    }
  },
  (actor, input) => atField(closeLead(actor, input), { closedAt: 'closedOn' }),
  ({ name, outcome }) => ({ message: `${name} is ${outcome === 'WON' ? 'won' : 'lost'}.` }),
)

export const reopenLeadAction = formAction(leadId, reopenLead, ({ name }) => ({ message: `${name} is open again.` }))

export const doNotContactAction = formAction(
  (fields) => ({ ...leadId(fields), doNotContact: fields.text('doNotContact') === 'true' }),
  markDoNotContact,
  ({ name, doNotContact }) => ({
    message: doNotContact ? `${name} is marked do-not-contact.` : `${name} may be contacted again.`,
  }),
)

export const assignLeadAction = formAction(
  (fields) => {
    const changed = (name: string) =>
      fields.typed(name) === fields.typed(`${name}Before`) ? undefined : fields.textOrNull(name)
    return { ...leadId(fields), owner: changed('owner'), rep: changed('rep') }
  },
  assignLead,
  ({ name }) => ({ message: `${name} is reassigned.` }),
)

export const deleteLeadAction = formAction(leadId, deleteLead, () => ({ redirectTo: '/leads' }))

export const editLeadAction = formAction(
  (fields) => {
    const company = { name: fields.text('company.name'), domain: fields.text('company.domain') }
    const tags = fields
      .typed('tags')
      .split(',')
      .flatMap((tag) => tag.trim() || [])
    return {
      ...leadId(fields),
      version: fields.isTicked('overwrite') ? null : fields.number('version'),
      changes: {
        firstName: fields.textOrNull('firstName'),
        lastName: fields.textOrNull('lastName'),
        email: fields.textOrNull('email'),
        phone: fields.textOrNull('phone'),
        title: fields.textOrNull('title'),
        source: fields.textOrNull('source'),
        company: company.name || company.domain ? company : null,
        value: fields.numberOrNull('value'),
        currency: fields.textOrNull('currency'),
        tags,
      },
    }
  },
  (actor, input) => orLatestEdit(actor, input, (who, changed) => atField(editLead(who, changed), editedFields)),
  ({ name }) => ({ message: `${name} is saved.` }),
)

const editedFields = Object.fromEntries(
  ['firstName', 'lastName', 'email', 'phone', 'title', 'source', 'value', 'currency', 'tags']
    .map((name) => [`changes.${name}`, name])
    .concat([
      ['changes.company', 'company.name'],
      ['changes.company.name', 'company.name'],
      ['changes.company.domain', 'company.domain'],
    ]),
) as Record<string, string>
