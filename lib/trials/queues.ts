import { mondaysFrom } from '@/lib/calendar-day'
import type { WeekOfOffers } from '@/lib/trials/trial-figures'

/** Leads that wait for Sales at the end of a week: really, and by the offers of the two policies. */
export type WeekOfTrial = WeekOfOffers & { queue: number; presentQueue: number; proposedQueue: number }

/**
 * The weeks one after the other with the length of each queue. Of a policy it is what waited the week before, and the
 * offers of this week, less as many leads as Sales really answered in it, as far as there are so many. Of the real
 * handoffs it is those offered and not answered, withdrawn or closed yet. Weeks without anything are put in.
 */
export function weeksWithQueues(weeks: WeekOfOffers[]): WeekOfTrial[] {
  const byMonday = new Map(weeks.map((week) => [week.monday, week]))
  const [first, last] = [weeks[0]?.monday, weeks.at(-1)?.monday]
  const walked: WeekOfTrial[] = []
  let queues = { queue: 0, presentQueue: 0, proposedQueue: 0 }
  for (const monday of first && last ? mondaysFrom(first, last) : []) {
    const week = byMonday.get(monday) ?? { ...nothing, monday }
    const after = (waiting: number, offers: number) => Math.max(0, waiting + offers - week.answered)
    queues = {
      queue: queues.queue + week.offered - week.left,
      presentQueue: after(queues.presentQueue, week.present),
      proposedQueue: after(queues.proposedQueue, week.proposed),
    }
    walked.push({ ...week, ...queues })
  }
  return walked
}

const nothing = { present: 0, proposed: 0, offered: 0, accepted: 0, answered: 0, left: 0 }
