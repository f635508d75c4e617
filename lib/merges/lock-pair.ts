import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/db'
import { conflict, notFound } from '@/lib/errors'
import { formatSince } from '@/lib/format/format-time'
import { leadInclude, leadName, type LeadRow } from '@/lib/leads/lead-shape'
import { lockLeads } from '@/lib/leads/lock-leads'
import { type LeadSnapshot, snapshotOf } from '@/lib/merges/snapshot'
import { companySettings } from '@/lib/settings/queries'

/** A lead with what a merge needs to know of it. */
export type MergingLead = { row: LeadRow; name: string; snapshot: LeadSnapshot }

/**
 * A step: two leads, locked until the end of the transaction, deleted ones too.
 *
 * Throws NOT_FOUND for an id that nobody has.
 */
export async function lockPair(tx: Tx, keptId: string, goneId: string): Promise<Record<'kept' | 'gone', MergingLead>> {
  await lockLeads(tx, [keptId, goneId])
  return readPair(tx, keptId, goneId)
}

/** The same without the lock. */
export async function readPair(tx: Tx, keptId: string, goneId: string): Promise<Record<'kept' | 'gone', MergingLead>> {
  const ids = [keptId, goneId]
  const rows = await tx.lead.findMany({ where: { id: { in: ids } }, include: leadInclude })
  const handoffs = await tx.handoff.findMany({
    where: { leadId: { in: ids }, status: { in: ['WAITING', 'ACCEPTED'] } },
    select: { id: true, status: true, leadId: true },
  })
  const read = (id: string): MergingLead => {
    const row = rows.find((lead) => lead.id === id)
    if (!row) throw notFound('lead')
    const open = handoffs.find(({ leadId }) => leadId === id)
    const status = open?.status === 'ACCEPTED' ? 'ACCEPTED' : 'WAITING'
    return { row, name: leadName(row), snapshot: snapshotOf(row, open ? { id: open.id, status } : null) }
  }
  return { kept: read(keptId), gone: read(goneId) }
}

/** Throws CONFLICT for a lead that was merged away, saying by whom and into which, NOT_FOUND for a deleted one. */
export async function refuseGone(tx: Tx, actor: Actor, { row, name }: MergingLead, now: Date): Promise<void> {
  if (row.mergedIntoId) {
    const merge = await tx.merge.findFirstOrThrow({
      where: { goneId: row.id, undoneAt: null },
      include: { kept: true, mergedBy: { select: { id: true, name: true } } },
    })
    const { timeZone } = await companySettings(tx)
    const who = merge.mergedBy.id === actor.id ? 'You have' : `${merge.mergedBy.name} has`
    const into = leadName(merge.kept)
    throw conflict(
      `${who} merged ${name} into ${into} (${formatSince(merge.mergedAt, timeZone, now)}). Open ${into}.`,
      {
        noun: 'lead',
        id: merge.keptId,
        name: into,
      },
    )
  }
  if (row.deletedAt) throw notFound('lead')
}
