import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { matching } from '@/lib/facts/conditions'
import { type Facts, noSlot } from '@/lib/facts/facts'
import { presentFacts } from '@/lib/facts/present-facts'
import { wasTouched } from '@/lib/leads/in-facts/touch-conditions'
import type { Days, MonthToDate } from '@/lib/marketing/month'
import { periodEdge } from '@/lib/period'
import { isWithin } from '@/lib/reports/period'

/** What a month has brought so far. Leads are distinct; deleted ones are left out. */
export type KeyFigures = {
  /** Leads with an unvoided touch in the month, by either team. */
  reached: number
  /** The same in as many days of the month before. */
  reachedBefore: number
  /** Leads that first became warm in the month. */
  warmed: number
  /** Handoffs offered in the month: all, those that Sales accepted or returned, and those it accepted. */
  handoffs: { offered: number; decided: number; accepted: number }
}

/** The figures of a month up to now; its days are those of the company's zone. */
export async function marketingFigures(actor: Actor, month: MonthToDate, timeZone: string): Promise<KeyFigures> {
  authorise(actor, 'handoff.offer')
  const facts = await presentFacts()
  const { firstWarmedAt } = facts.leads.columns
  const edges = ({ from, to }: Days) => ({ from: periodEdge(from, timeZone), to: periodEdge(to, timeZone) })
  const [own, before] = [edges(month), edges(month.before)]
  const isInMonth = isWithin(own)
  const touchedIn = ({ from, to }: typeof own) =>
    matching(facts, [wasTouched(facts, { start: from?.getTime() ?? -Infinity, end: to?.getTime() ?? Infinity })]).length
  return {
    reached: touchedIn(own),
    reachedBefore: touchedIn(before),
    warmed: matching(facts, [(slot) => isInMonth(firstWarmedAt[slot] as number)]).length,
    handoffs: countHandoffs(facts, isInMonth),
  }
}

/** Those offered then, and what Sales said to them. */
function countHandoffs({ handoffs }: Facts, isThen: (at: number) => boolean): KeyFigures['handoffs'] {
  const { slotOf, table } = handoffs
  const { offeredAt, acceptedAt, returnedAt } = table.columns
  const counts = { offered: 0, decided: 0, accepted: 0 }
  for (let row = 0; row < table.rows; row++) {
    if (slotOf[row] === noSlot || !isThen(offeredAt[row] as number)) continue
    const isAccepted = !Number.isNaN(acceptedAt[row])
    counts.offered++
    if (isAccepted) counts.accepted++
    if (isAccepted || !Number.isNaN(returnedAt[row])) counts.decided++
  }
  return counts
}
