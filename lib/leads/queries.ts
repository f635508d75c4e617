import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { visibleLeads } from '@/lib/access/scopes'
import { db, type Tx } from '@/lib/db'
import { notFound } from '@/lib/errors'
import { leadInclude, type LeadRow, leadShape, type LeadShape } from '@/lib/leads/lead-shape'
import { lockLeads } from '@/lib/leads/lock-leads'

/** The lead's row, as far as it exists for the actor. Throws NOT_FOUND. */
export async function getLeadRow(tx: Tx, actor: Actor, leadId: string): Promise<LeadRow> {
  const lead = await tx.lead.findFirst({ where: { AND: [{ id: leadId }, visibleLeads(actor)] }, include: leadInclude })
  if (!lead) throw notFound('lead')
  return lead
}

/** A step: the lead's row, locked until the end of the transaction. Throws NOT_FOUND. */
export async function lockLead(tx: Tx, actor: Actor, leadId: string): Promise<LeadRow> {
  await lockLeads(tx, [leadId])
  return getLeadRow(tx, actor, leadId)
}

/** The lead as the API answers it. Throws NOT_FOUND. */
export async function getLead(actor: Actor, leadId: string, tx: Tx = db): Promise<LeadShape> {
  return leadShape(await getLeadRow(tx, actor, leadId))
}

/** The lead as the API answers it; null when it does not exist for the actor. */
export async function findLead(actor: Actor, leadId: string, tx: Tx = db): Promise<LeadShape | null> {
  const lead = await tx.lead.findFirst({ where: { AND: [{ id: leadId }, visibleLeads(actor)] }, include: leadInclude })
  return lead && leadShape(lead)
}
