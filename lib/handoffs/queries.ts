import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { visibleLeads } from '@/lib/access/scopes'
import { db, type Tx } from '@/lib/db'
import { conflict, notFound } from '@/lib/errors'
import { handoffInclude, type HandoffRow, handoffShape, type HandoffShape } from '@/lib/handoffs/handoff-shape'
import { lockLeads } from '@/lib/leads/lock-leads'

/** The handoff's row, as far as its lead exists for the actor. Throws NOT_FOUND. */
async function getHandoffRow(tx: Tx, actor: Actor, handoffId: string): Promise<HandoffRow> {
  const handoff = await tx.handoff.findFirst({
    where: { id: handoffId, revertedAt: null, lead: { is: visibleLeads(actor) } },
    include: handoffInclude,
  })
  if (!handoff) throw notFound('handoff')
  return handoff
}

/** A step: the handoff's row with its lead locked until the end of the transaction. Throws NOT_FOUND, CONFLICT. */
export async function lockHandoff(tx: Tx, actor: Actor, handoffId: string): Promise<HandoffRow> {
  const { leadId } = await getHandoffRow(tx, actor, handoffId)
  await lockLeads(tx, [leadId])
  const handoff = await getHandoffRow(tx, actor, handoffId)
  if (handoff.leadId !== leadId) throw conflict('This lead was merged with another at this moment. Look at it again.')
  return handoff
}

/** The handoff as the API answers it, overdue or not at `now`. Throws NOT_FOUND. */
export async function getHandoff(actor: Actor, handoffId: string, now: Date, tx: Tx = db): Promise<HandoffShape> {
  return handoffShape(await getHandoffRow(tx, actor, handoffId), now)
}

/** The latest handoff of a lead, as far as the lead exists for the actor; null when it never had one. */
export async function latestHandoff(actor: Actor, leadId: string, now: Date): Promise<HandoffShape | null> {
  const handoff = await db.handoff.findFirst({
    where: { leadId, revertedAt: null, lead: { is: visibleLeads(actor) } },
    orderBy: [{ offeredAt: 'desc' }, { id: 'desc' }],
    include: handoffInclude,
  })
  return handoff && handoffShape(handoff, now)
}
