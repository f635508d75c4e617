import type { HandoffFilters, HandoffPageFilters } from '@/lib/handoffs/filters'
import { movingPeriodEdge } from '@/lib/period'

/**
 * The views of the Handoffs page: every handoff is in exactly one of the first six. What wants an answer from Marketing
 * is apart from what was sent back and needs none or has one. `settle` is the manager's: repairs that Marketing disputes
 * and second repairs of one lead, as long as the lead is open and with Marketing. `all` are all that there ever were.
 */
export const handoffViews = [
  'waiting',
  'accepted',
  'answer',
  'returned',
  'closed',
  'withdrawn',
  'settle',
  'all',
] as const
export type HandoffView = (typeof handoffViews)[number]

export const viewFilters: Record<HandoffView, HandoffFilters> = {
  waiting: { status: 'WAITING' },
  accepted: { status: 'ACCEPTED' },
  answer: { answer: 'open' },
  returned: { answer: 'done' },
  closed: { status: 'CLOSED' },
  withdrawn: { status: 'WITHDRAWN' },
  settle: { toSettle: true },
  all: {},
}

/** The handoffs that a view shows through the filters of the page at `now`; days begin in the company's zone. */
export function shownHandoffs(
  view: HandoffView,
  { offeredFrom, offeredTo, acceptedFrom, acceptedTo, dueFrom, dueTo, ...others }: HandoffPageFilters,
  timeZone: string,
  now: Date,
): HandoffFilters {
  const edge = (day: string | undefined) => (day ? movingPeriodEdge(day, timeZone, now) : null)
  return {
    ...viewFilters[view],
    ...others,
    offeredFrom: edge(offeredFrom),
    offeredTo: edge(offeredTo),
    acceptedFrom: edge(acceptedFrom),
    acceptedTo: edge(acceptedTo),
    dueFrom: edge(dueFrom),
    dueTo: edge(dueTo),
  }
}

export const viewLabels: Record<HandoffView, string> = {
  waiting: 'Waiting',
  accepted: 'Accepted',
  answer: 'To answer',
  returned: 'Sent back',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
  settle: 'To settle',
  all: 'All',
}
