import type { Actor } from '@/lib/access/actor'
import { listActivity } from '@/lib/activity/list-activity'
import { listTimeline } from '@/lib/activity/timeline'
import { db } from '@/lib/db'
import { countViews } from '@/lib/handoffs/count-views'
import { listHandoffs } from '@/lib/handoffs/list-handoffs'
import { latestHandoff } from '@/lib/handoffs/queries'
import { getImport } from '@/lib/imports/queries'
import { revertImport } from '@/lib/imports/revert-import'
import { runRevert } from '@/lib/imports/run-revert'
import { listLeads } from '@/lib/leads/list-leads'
import { openBooks } from '@/lib/reports/books'
import { handoffReport } from '@/lib/reports/handoffs/handoff-figures'
import { funnelReport, touchesToWinReport } from '@/lib/reports/queries'
import { listTouchpoints } from '@/lib/touchpoints/list-touchpoints'
import type { Cast } from '@/tests/integration/cast'

/** A lead's version grows when its facts go back; everything else must be the same. */
const apart = (name: string, value: unknown) => (name === 'version' ? undefined : value)

/** All that people can see of leads, their history, companies, campaigns, handoffs and numbers, as of the same clock. */
export async function everythingAsSeen({ max, sam }: Cast): Promise<Record<string, unknown>> {
  const now = new Date('2027-01-01T00:00:00Z')
  const { data: leads } = await listLeads(max, { limit: 200 })
  const histories = await Promise.all(
    leads.map(async ({ id: leadId }) => ({
      leadId,
      timeline: (await listTimeline(max, { leadId, limit: 200 })).data,
      activity: (await listActivity(max, { leadId, limit: 200 })).data,
      touches: (await listTouchpoints(max, { leadId, limit: 200 })).data,
      handoff: await latestHandoff(max, leadId, now),
    })),
  )
  const seen = {
    leads,
    forSam: (await listLeads(sam, { limit: 200 })).data,
    facts: await db.lead.findMany({ where: { deletedAt: null }, orderBy: { id: 'asc' } }),
    states: await db.leadState.findMany({ where: { deletedAt: null }, orderBy: { leadId: 'asc' } }),
    histories,
    companies: await db.company.findMany({ orderBy: { id: 'asc' } }),
    campaigns: await db.campaign.findMany({ orderBy: { id: 'asc' } }),
    handoffs: (await listHandoffs(max, { limit: 200, now })).data,
    views: await countViews(max),
    handoffReport: handoffReport(await openBooks(max, {}, now)),
    funnel: await funnelReport(max, {}, now),
    touchesToWin: await touchesToWinReport(max, {}, now),
  }
  return JSON.parse(JSON.stringify(seen, apart)) as Record<string, unknown>
}

/** Leaves only people and settings. */
export const emptied = () =>
  db.$executeRaw`truncate lead, lead_state, touchpoint, handoff, outcome_change, activity, company, campaign, import cascade`

/** Takes an import back from beginning to end. */
export async function revertOf(actor: Actor, importId: string) {
  await revertImport(actor, { importId })
  await runRevert(importId, new AbortController().signal)
  return getImport(actor, importId)
}
