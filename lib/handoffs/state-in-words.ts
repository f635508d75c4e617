import { formatSpan } from '@/lib/format/format-time'
import type { HandoffShape } from '@/lib/handoffs/handoff-shape'
import { since } from '@/lib/leads/whereabouts'

type Told = Pick<
  HandoffShape,
  | 'status'
  | 'rep'
  | 'offeredAt'
  | 'acceptedAt'
  | 'returnedAt'
  | 'returnedBy'
  | 'closedAt'
  | 'withdrawnAt'
  | 'withdrawnBy'
  | 'lead'
  | 'reserved'
  | 'givenTo'
>

/** How a handoff stands: "With Sam since 12 Nov, after 22 min", "Withdrawn by itself 12 Nov". */
export function stateInWords(handoff: Told, now: Date, timeZone: string): string {
  const { status, rep, offeredAt, acceptedAt, returnedAt, returnedBy, closedAt, withdrawnAt, withdrawnBy, lead } =
    handoff
  const { reserved, givenTo } = handoff
  const on = (at: Date | null) => (at ? ` ${since(at, timeZone, now)}` : '')
  if (status === 'WAITING') return `Waits for ${reserved && givenTo ? givenTo.name : 'Sales'}`
  if (status === 'ACCEPTED') {
    const after = acceptedAt ? `, after ${formatSpan(acceptedAt.getTime() - offeredAt.getTime())}` : ''
    return `With ${rep?.name ?? 'Sales'} since${on(acceptedAt)}${after}`
  }
  if (status === 'RETURNED') return `Sent back by ${returnedBy?.name ?? 'Sales'}${on(returnedAt)}`
  if (status === 'WITHDRAWN') return `Withdrawn by ${withdrawnBy?.name ?? 'itself'}${on(withdrawnAt)}`
  const outcome = { WON: 'Won', LOST: 'Lost', OPEN: 'Closed and reopened' }[lead.outcome]
  return `${outcome}${rep ? ` by ${rep.name}` : ''}${on(closedAt)}`
}

/** Who offered: a person, or the rule. */
export const offeredInWords = ({ offeredBy }: Pick<HandoffShape, 'offeredBy'>): string =>
  offeredBy ? `by ${offeredBy.name}` : 'by itself'
