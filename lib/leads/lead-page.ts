import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { visibleLeads } from '@/lib/access/scopes'
import { db } from '@/lib/db'
import { latestHandoff } from '@/lib/handoffs/queries'
import { leadRights } from '@/lib/leads/lead-rights'
import { leadInclude, leadShape, type LeadShape } from '@/lib/leads/lead-shape'
import { getLeadRow } from '@/lib/leads/queries'
import { dayMs } from '@/lib/scoring/policy'
import { countedTouches } from '@/lib/scoring/replay'
import { companySettings, currentPolicy, type SavedPolicy } from '@/lib/settings/queries'

/** A lead with all that its page says of it, apart from the timeline. Throws NOT_FOUND. */
export async function getLeadPage(actor: Actor, leadId: string, now: Date) {
  const [row, handoff, policy, settings] = await Promise.all([
    getLeadRow(db, actor, leadId),
    latestHandoff(actor, leadId, now),
    currentPolicy(),
    companySettings(),
  ])
  const lead = leadShape(row)
  const takenAt = handoff && (handoff.status === 'ACCEPTED' || handoff.status === 'CLOSED') ? handoff.acceptedAt : null
  return {
    lead,
    handoff,
    policy,
    timeZone: settings.timeZone,
    currency: settings.currency,
    createdBy: row.createdById,
    firstWarmedAt: row.state?.firstWarmedAt ?? null,
    firstHotAt: row.state?.firstHotAt ?? null,
    rights: leadRights(actor, row, lead, handoff),
    takenAfter: takenAt
      ? await countedBy(actor, lead, takenAt, { policy, timeZone: settings.timeZone, now })
      : undefined,
  }
}

export type LeadPage = Awaited<ReturnType<typeof getLeadPage>>

/** How many of the touches that count now had happened by `moment`: where the dashed line of the touch meter stands. */
async function countedBy(
  actor: Actor,
  { id, recycledAt }: LeadShape,
  moment: Date,
  { policy, timeZone, now }: { policy: SavedPolicy; timeZone: string; now: Date },
): Promise<number> {
  const touches = await db.touchpoint.findMany({
    where: { leadId: id, voidedAt: null, lead: { is: visibleLeads(actor) } },
    select: { id: true, channel: true, engaged: true, occurredAt: true, loggedAt: true, voidedAt: true },
  })
  const windowStart = policy.windowDays === null ? -Infinity : now.getTime() - policy.windowDays * dayMs
  const from = Math.max(windowStart, recycledAt?.getTime() ?? -Infinity)
  return countedTouches(touches, policy, timeZone).filter(
    ({ occurredAt }) => occurredAt.getTime() > from && occurredAt <= moment,
  ).length
}

/** Others of the same company that the actor may see, warmest first. */
export async function listColleagues(actor: Actor, { id, company }: Pick<LeadShape, 'id' | 'company'>, limit: number) {
  if (!company) return []
  const rows = await db.lead.findMany({
    where: { AND: [{ companyId: company.id, id: { not: id } }, visibleLeads(actor)] },
    orderBy: [{ state: { touchCount: 'desc' } }, { id: 'asc' }],
    take: limit,
    include: leadInclude,
  })
  return rows.map(leadShape)
}
