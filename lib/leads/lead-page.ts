import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { visibleLeads } from '@/lib/access/scopes'
import { db } from '@/lib/db'
import { isOpen } from '@/lib/handoffs/handoff-shape'
import { getHandoff, latestHandoff } from '@/lib/handoffs/queries'
import { whyWarm } from '@/lib/handoffs/why-warm'
import { countingTouches } from '@/lib/leads/counting-touches'
import { leadRights } from '@/lib/leads/lead-rights'
import { leadInclude, leadShape, type LeadShape } from '@/lib/leads/lead-shape'
import { getLeadRow } from '@/lib/leads/queries'
import { companySettings, currentPolicy } from '@/lib/settings/queries'

/** A lead with all that its page says of it, apart from the timeline. Throws NOT_FOUND. */
export async function getLeadPage(actor: Actor, leadId: string, now: Date) {
  const [row, handoff, policy, settings] = await Promise.all([
    getLeadRow(db, actor, leadId),
    latestHandoff(actor, leadId, now),
    currentPolicy(),
    companySettings(),
  ])
  const lead = leadShape(row)
  const { timeZone, currency } = settings
  const takenAt = handoff && (handoff.status === 'ACCEPTED' || handoff.status === 'CLOSED') ? handoff.acceptedAt : null
  const offer = handoff && isOpen(handoff) ? handoff : null
  const [touches, repaired] = await Promise.all([
    takenAt || offer ? countingTouches(actor, lead, { policy, timeZone, now }) : [],
    offer?.previousId ? getHandoff(actor, offer.previousId, now) : null,
  ])
  return {
    lead,
    handoff,
    policy,
    timeZone,
    currency,
    createdBy: row.createdById,
    firstWarmedAt: row.state?.firstWarmedAt ?? null,
    firstHotAt: row.state?.firstHotAt ?? null,
    rights: leadRights(actor, row, lead, handoff),
    /** How many of the touches that count had happened when it was taken: where the dashed line of the touch meter stands. */
    takenAfter: takenAt ? touches.filter(({ occurredAt }) => occurredAt <= takenAt).length : undefined,
    /** Why it is with Sales, in sentences, while a handoff is open. */
    whyWarm: offer ? whyWarm({ touches, offer, repaired }, now, timeZone) : null,
  }
}

export type LeadPage = Awaited<ReturnType<typeof getLeadPage>>

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
