import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { visibleLeads } from '@/lib/access/scopes'
import { db } from '@/lib/db'
import type { LeadShape } from '@/lib/leads/lead-shape'
import { type NextTouch, nextTouch, type NextTouchFigure } from '@/lib/next-touch/next-touch'
import { channelsOfRole } from '@/lib/touchpoints/channel'

/** What leads like one suggest, and when that was counted. */
export type CountedNextTouch = NextTouch & { countedAt: Date }

/** What to do next about a lead that the actor sees; null where nothing is known, and for those not to be touched. */
export async function findNextTouch(
  actor: Actor,
  { id, stage, outcome, doNotContact }: Pick<LeadShape, 'id' | 'stage' | 'outcome' | 'doNotContact'>,
): Promise<CountedNextTouch | null> {
  if (outcome !== 'OPEN' || doNotContact) return null
  const [last, before] = await db.touchpoint.findMany({
    where: { leadId: id, voidedAt: null, lead: { is: visibleLeads(actor) } },
    orderBy: [{ occurredAt: 'desc' }, { loggedAt: 'desc' }, { id: 'desc' }],
    take: 2,
    select: { channel: true },
  })
  if (!last) return null
  const figures = await db.$queryRaw<(NextTouchFigure & { countedAt: Date })[]>`
    select f.before, f.next, f.won, f.lost, c.counted_at as "countedAt"
    from next_touch_figure f cross join next_touch_count c
    where f.stage = ${stage}::"Stage" and f.last = ${last.channel}::"Channel"
      and f.before in ('any', ${before?.channel ?? 'any'})`
  const situation = { stage, before: before?.channel ?? null, last: last.channel }
  const found = nextTouch(figures, situation, channelsOfRole(actor.role))
  const [counted] = figures
  return found && counted ? { ...found, countedAt: counted.countedAt } : null
}
