import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { visibleLeads } from '@/lib/access/scopes'
import { db } from '@/lib/db'
import type { CountingTouch } from '@/lib/handoffs/why-warm'
import type { LeadShape } from '@/lib/leads/lead-shape'
import { dayMs } from '@/lib/scoring/policy'
import { countedTouches } from '@/lib/scoring/replay'
import type { SavedPolicy } from '@/lib/settings/queries'

/** The touches of a lead that count at `now`, in the order in which they happened. */
export async function countingTouches(
  actor: Actor,
  { id, recycledAt }: Pick<LeadShape, 'id' | 'recycledAt'>,
  { policy, timeZone, now }: { policy: SavedPolicy; timeZone: string; now: Date },
): Promise<CountingTouch[]> {
  const rows = await db.touchpoint.findMany({
    where: { leadId: id, voidedAt: null, lead: { is: visibleLeads(actor) } },
    select: {
      id: true,
      channel: true,
      direction: true,
      engaged: true,
      occurredAt: true,
      loggedAt: true,
      voidedAt: true,
      campaign: { select: { name: true } },
    },
  })
  const windowStart = policy.windowDays === null ? -Infinity : now.getTime() - policy.windowDays * dayMs
  const from = Math.max(windowStart, recycledAt?.getTime() ?? -Infinity)
  return countedTouches(rows, policy, timeZone)
    .filter(({ occurredAt }) => occurredAt.getTime() > from)
    .map(({ campaign, ...touch }) => ({ ...touch, campaign: campaign?.name ?? null }))
}
