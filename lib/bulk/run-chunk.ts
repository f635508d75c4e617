import 'server-only'
import { type ChunkContext, type Exception, exceptions, without } from '@/lib/bulk/chunk'
import { type BulkFacts, bulkChunkInput, bulkFacts } from '@/lib/bulk/input'
import { assignOwner } from '@/lib/bulk/assign-owner'
import { deleteLeads } from '@/lib/bulk/delete-leads'
import { markLeads } from '@/lib/bulk/mark-leads'
import { offerChosen } from '@/lib/bulk/offer-chosen'
import { tagLeads } from '@/lib/bulk/tag-leads'
import { touchLeads } from '@/lib/bulk/touch-leads'
import { command } from '@/lib/command'
import type { Tx } from '@/lib/db'
import { leadName, leadNameSelect } from '@/lib/leads/lead-shape'
import { lockLeads } from '@/lib/leads/lock-leads'
import { gatherNotifications } from '@/lib/notifications/notify'

function change(context: ChunkContext, facts: BulkFacts, leadIds: string[]): Promise<Exception[]> {
  switch (facts.kind) {
    case 'touch':
      return touchLeads(context, facts, leadIds)
    case 'owner':
      return assignOwner(context, facts, leadIds)
    case 'tag':
      return tagLeads(context, facts, leadIds)
    case 'offer':
      return offerChosen(context, facts, leadIds)
    case 'do_not_contact':
      return markLeads(context, facts, leadIds)
    case 'delete':
      return deleteLeads(context, facts, leadIds)
  }
}

/** Deleted leads, with what the merged ones were merged into. */
const whereabouts = async (tx: Tx, goneIds: string[]) =>
  goneIds.length === 0
    ? []
    : tx.lead.findMany({
        where: { id: { in: goneIds } },
        select: { id: true, mergedInto: { select: leadNameSelect } },
      })

/**
 * Does a bulk action to one chunk of its leads. Leads, counts and progress are one transaction: a process that is
 * killed has done a chunk wholly or not at all. Returns whether the action goes on: false when it has ended, somebody
 * cancelled it, or another process has taken it up.
 */
export const runChunk = command(
  { ability: 'bulk.run', input: bulkChunkInput },
  async ({ tx, actor, input: { bulkActionId, seq }, now }) => {
    const [held] = await tx.$queryRaw<{ status: string; chunksDone: number; facts: unknown; askedAt: Date }[]>`
      select status::text as status, chunks_done as "chunksDone", facts, created_at as "askedAt"
      from bulk_action where id = ${bulkActionId}::uuid for update`
    if (held?.status !== 'running' || held.chunksDone !== seq) return false
    const [chunk, isLast] = await Promise.all([
      tx.bulkChunk.findUniqueOrThrow({ where: { bulkActionId_seq: { bulkActionId, seq } } }),
      tx.bulkChunk.count({ where: { bulkActionId, seq: seq + 1 } }).then((next) => next === 0),
    ])
    const locked = await lockLeads(tx, chunk.leadIds)
    const goneIds = locked.flatMap(({ leadId, isGone }) => (isGone ? leadId : []))
    const gone = await whereabouts(tx, goneIds)
    await gatherNotifications(tx, `bulk ${bulkActionId}`)
    const left = [
      ...gone.flatMap(({ id, mergedInto }) =>
        exceptions('refused', mergedInto ? `Merged into ${leadName(mergedInto)} meanwhile.` : 'Deleted meanwhile.', [
          id,
        ]),
      ),
      ...(await change(
        { tx, actor, now, bulkActionId, askedAt: held.askedAt, locked },
        bulkFacts.parse(held.facts),
        without(chunk.leadIds, goneIds),
      )),
    ]
    await tx.bulkException.createMany({ data: left.map((exception) => ({ bulkActionId, ...exception })) })
    const count = (fate: Exception['fate']) => left.filter((exception) => exception.fate === fate).length
    await tx.bulkAction.update({
      where: { id: bulkActionId },
      data: {
        chunksDone: seq + 1,
        changed: { increment: chunk.leadIds.length - left.length },
        skipped: { increment: count('skipped') },
        refused: { increment: count('refused') },
        ...(isLast ? { status: 'done', finishedAt: now } : {}),
      },
    })
    return !isLast
  },
)
