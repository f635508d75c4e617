import * as z from 'zod'
import { count, edge, oneOf, text, uuid } from '@/lib/fields'
import { reasonLabels, returnKinds } from '@/lib/handoffs/reasons'
import { allChannels } from '@/lib/touchpoints/channel'
import { HandoffStatus, PromiseKind, type Reason } from '@/prisma/generated/enums'

const yesOrNo = oneOf(['true', 'false'])
  .transform((word) => word === 'true')
  .optional()

/** What handoffs can be filtered by, as query parameters of the API. */
export const handoffFilters = {
  status: oneOf(Object.values(HandoffStatus)).optional(),
  kind: oneOf(returnKinds).optional(),
  overdue: yesOrNo,
  /** Taken while more urgent offers waited. */
  passedOver: yesOrNo,
}

/**
 * What became of an offer, whatever came later: `answered` accepted or refused, `accepted` also if it was returned or closed
 * then, `refused` returned without being accepted, `returned` in either way, `answered-in-time` accepted or refused within the promise, `won` it
 * ended with the win of its lead.
 */
export const handoffFates = [
  'waiting',
  'answered',
  'accepted',
  'answered-in-time',
  'refused',
  'returned',
  'withdrawn',
  'won',
] as const
export type HandoffFate = (typeof handoffFates)[number]

const dayEdge = edge.regex(/^(\d{4}-\d{2}-\d{2}|[a-z].*)$/i, 'Write a day such as 2026-11-23 or today-30d.')

/** What the Handoffs page filters by, as parameters of its address. All that are given must hold. */
export const handoffPageFilters = {
  kind: handoffFilters.kind,
  overdue: handoffFilters.overdue,
  passedOver: handoffFilters.passedOver,
  fate: oneOf(handoffFates).optional(),
  reason: oneOf(Object.keys(reasonLabels) as Reason[]).optional(),
  /** Whose it is, or was at its end. */
  rep: uuid.optional(),
  /** Who handed it over: offered it, or owns the lead that the rule offered. */
  marketer: uuid.optional(),
  /** Who owns the lead now. */
  owner: uuid.optional(),
  /** The channel of the lead's first unvoided touch. */
  firstChannel: oneOf(allChannels).optional(),
  /** The lead's source; `noSource` for leads without one. */
  source: text(200).optional(),
  noSource: oneOf(['yes']).optional(),
  /** Of the touch that brought the offer about; `none` where it had no campaign, or where there was no touch. */
  campaign: z.union([z.literal('none'), uuid], 'Name a campaign by id, or "none".').optional(),
  channel: oneOf([...allChannels, 'none']).optional(),
  /** The lead's touches at the offer. */
  offerTouches: count.optional(),
  /** A promise of the handoff, and whether it was kept; without `kept` those that were kept or broken. */
  promise: oneOf(Object.values(PromiseKind)).optional(),
  kept: oneOf(['yes', 'no']).optional(),
  /** Days, as the company's calendar has them; they may move along with it. */
  dueFrom: dayEdge.optional(),
  dueTo: dayEdge.optional(),
  offeredFrom: dayEdge.optional(),
  offeredTo: dayEdge.optional(),
  acceptedFrom: dayEdge.optional(),
  acceptedTo: dayEdge.optional(),
} satisfies Record<string, z.ZodType>

export type HandoffPageFilters = z.output<z.ZodObject<typeof handoffPageFilters>>

/** Filters that are days of the calendar. */
export type HandoffDays = 'offeredFrom' | 'offeredTo' | 'acceptedFrom' | 'acceptedTo' | 'dueFrom' | 'dueTo'

export type HandoffFilters = z.output<z.ZodObject<typeof handoffFilters>> &
  Omit<HandoffPageFilters, HandoffDays> & {
    /** The promise was due in this half-open period. */
    dueFrom?: Date | null
    dueTo?: Date | null
    /** Offered in this half-open period. */
    offeredFrom?: Date | null
    offeredTo?: Date | null
    /** Accepted in this half-open period, whatever came later. */
    acceptedFrom?: Date | null
    acceptedTo?: Date | null
    /** A repair that Marketing has not answered is `open`; repairs that are answered and returns that need no answer `done`. */
    answer?: 'open' | 'done'
    /** Repairs that a manager looks at: disputed ones, and second ones of a lead, while it is open and with Marketing. */
    toSettle?: true
  }

/**
 * By what handoffs are sorted; `-` before it for descending. `since` is when a handoff came to stand as it does,
 * `offerTouches` are the touches at the offer.
 */
const handoffSorts = ['dueAt', 'offeredAt', 'since', 'status', 'lead', 'rep', 'touchCount', 'offerTouches'] as const
export type HandoffSort = (typeof handoffSorts)[number]
export const handoffSortWords = handoffSorts.flatMap((sort) => [sort, `-${sort}` as const])
export type HandoffSortWord = (typeof handoffSortWords)[number]
