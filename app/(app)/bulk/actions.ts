'use server'

import type { Actor } from '@/lib/access/actor'
import { cancelBulkAction } from '@/lib/bulk/cancel-bulk-action'
import { readSelection } from '@/lib/bulk/selection-params'
import { settleHeldOffers } from '@/lib/bulk/settle-held-offers'
import { startBulkAction } from '@/lib/bulk/start-bulk-action'
import { undoBulkAction } from '@/lib/bulk/undo-bulk-action'
import { campaignChannel } from '@/lib/campaigns/queries'
import { withFieldNames } from '@/lib/field-names'
import { formatCountOf } from '@/lib/format/format-number'
import { formAction } from '@/lib/forms/form-action'
import { createAttendees } from '@/lib/imports/create-attendees'
import { instantOf } from '@/lib/local-time'

type Order = { action: Record<string, unknown> }

/** How the forms call the fields of an order. */
const formField = (path: string) =>
  path === 'leadIds' ? 'selection' : path.replace(/^action\./, '').replace('campaignId', 'campaign')

const start = (actor: Actor, input: unknown) => withFieldNames(startBulkAction(actor, input), formField)
const started = ({ id }: { id: string }) => ({ redirectTo: `/bulk/${id}` })
const bulkActionId = (fields: { text: (name: string) => string | undefined }) => ({
  bulkActionId: fields.text('bulkActionId'),
})
const words = (typed: string | undefined) =>
  (typed ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)

/** Logs a touch on the chosen leads, by the channel of its campaign where it has one. */
export const touchLeadsAction = formAction(
  (fields) => {
    const when = fields.text('occurredAt')
    return {
      ...readSelection(fields.text('selection')),
      action: {
        kind: 'touch',
        channel: fields.text('channel'),
        ...(fields.text('campaign') ? { campaignId: fields.text('campaign') } : {}),
        ...(when ? { occurredAt: instantOf(when, fields.text('timeZone') ?? 'UTC') } : {}),
        engaged: fields.isTicked('engaged'),
        ...(fields.text('note') ? { note: fields.text('note') } : {}),
        offersPerDay: fields.number('offersPerDay'),
      },
    }
  },
  async (actor, input) => {
    const order = input as Order
    const { campaignId } = order.action
    const channel = campaignId ? { channel: await campaignChannel(actor, campaignId) } : {}
    return start(actor, { ...order, action: { ...order.action, ...channel } })
  },
  started,
)

/** Adds tags to the chosen leads, or takes some away. */
export const tagLeadsAction = formAction(
  (fields) => ({
    ...readSelection(fields.text('selection')),
    action: { kind: 'tag', add: words(fields.text('add')), remove: words(fields.text('remove')) },
  }),
  start,
  started,
)

/** Gives the chosen leads to an owner; to nobody where none is chosen. */
export const assignOwnerAction = formAction(
  (fields) => ({
    ...readSelection(fields.text('selection')),
    action: { kind: 'owner', owner: fields.textOrNull('owner') },
  }),
  start,
  started,
)

/** Offers the chosen leads to Sales. */
export const offerLeadsAction = formAction(
  (fields) => ({
    ...readSelection(fields.text('selection')),
    action: { kind: 'offer', note: fields.text('note'), offersPerDay: fields.number('offersPerDay') },
  }),
  start,
  started,
)

/** Marks the chosen leads do-not-contact, or lifts the mark. */
export const markLeadsAction = formAction(
  (fields) => ({
    ...readSelection(fields.text('selection')),
    action: { kind: 'do_not_contact', doNotContact: fields.text('mark') !== 'lift' },
  }),
  start,
  started,
)

/** Deletes the chosen leads. */
export const deleteLeadsAction = formAction(
  (fields) => ({ ...readSelection(fields.text('selection')), action: { kind: 'delete' } }),
  start,
  started,
)

/** Makes leads of the attendees whom nobody knows yet. */
export const createAttendeesAction = formAction(
  (fields) => ({ importId: fields.text('importId') }),
  createAttendees,
  ({ created }) => ({ message: `${formatCountOf(created, 'lead')} made` }),
)

/** Makes all the offers that an action holds back, or none of them. */
export const settleHeldOffersAction = formAction(
  (fields) => ({ ...bulkActionId(fields), held: fields.text('held') }),
  settleHeldOffers,
)

export const cancelBulkActionAction = formAction(bulkActionId, cancelBulkAction)

export const undoBulkActionAction = formAction(bulkActionId, undoBulkAction)
