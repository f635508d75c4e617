import 'server-only'
import * as z from 'zod'
import { authorise } from '@/lib/access/permissions'
import { command } from '@/lib/command'
import type { Tx } from '@/lib/db'
import { uuid } from '@/lib/fields'
import type { ChangedFacts } from '@/lib/imports/changed-facts'
import { dropUnused } from '@/lib/imports/drop-unused'
import { nextImportedLeadsSql } from '@/lib/imports/imported-leads-sql'
import { lockImport } from '@/lib/imports/lock-import'
import { putFactsBack } from '@/lib/imports/put-facts-back'
import type { Kept, RevertContext } from '@/lib/imports/revert-context'
import { signAsImport } from '@/lib/imports/sign-as-import'
import { mergedAway, takeLeadsAway } from '@/lib/imports/take-leads-away'
import { undoOutcomes } from '@/lib/imports/undo-outcomes'
import { voidImported } from '@/lib/imports/void-imported'
import { lockIdentities } from '@/lib/leads/lock-identities'
import { lockLeads } from '@/lib/leads/lock-leads'
import type { Import } from '@/prisma/generated/client'

/** Leads of one transaction. */
const chunkSize = 500

const chunkInput = z.strictObject({ importId: uuid, after: uuid.nullable() })

/**
 * Takes an import back on the next leads after `after`, in the order of ids; the progress is in the same transaction.
 * Returns up to which lead it is done, or null when nothing is left to do here.
 */
export const revertChunk = command(
  { ability: 'import.leads', input: chunkInput },
  async ({ tx, actor, input: { importId, after }, now }): Promise<{ after: string | null } | null> => {
    const held = await lockImport(tx, importId)
    authorise(actor, `import.${held.kind}`)
    if (held.status !== 'reverting' || held.revertedTo !== after) return null
    await signAsImport(tx, importId)
    const found = await tx.$queryRaw<{ id: string }[]>(nextImportedLeadsSql(importId, after ?? lowest, chunkSize))
    const leadIds = found.map(({ id }) => id)
    const last = leadIds.at(-1)
    if (last === undefined) return finish(tx, held, now)

    const changes = await lockChanged(tx, importId, leadIds)
    const context: RevertContext = { tx, actor, now, importId, leadIds, changes }
    const kept = merged([
      ...(await voidImported(context)),
      ...(await undoOutcomes(context)),
      ...(await putFactsBack(context)),
      ...(await takeLeadsAway(context)),
      ...(await mergedAway(context)),
    ])
    await tx.importKept.createMany({ data: kept.map((row) => ({ importId, ...row })), skipDuplicates: true })
    await hideHistory(context, kept)
    await tx.import.update({
      where: { id: importId },
      data: { revertedTo: last, revertDone: { increment: leadIds.length } },
    })
    return { after: last }
  },
)

const lowest = '00000000-0000-0000-0000-000000000000'

/** Locks the leads, and before them the external ids and addresses that may go back to them. */
async function lockChanged(tx: Tx, importId: string, leadIds: string[]): Promise<RevertContext['changes']> {
  const rows = await tx.importChange.findMany({ where: { importId, leadId: { in: leadIds } } })
  const changes = rows.map(({ leadId, ...facts }) => ({ leadId, ...(facts as unknown as ChangedFacts) }))
  await lockIdentities(
    tx,
    changes.flatMap(({ before: { email, externalId } }) => [
      ...(typeof email === 'string' ? [`email ${email}`] : []),
      ...(typeof externalId === 'string' ? [`external id ${externalId}`] : []),
    ]),
  )
  await lockLeads(tx, leadIds)
  const known = await tx.lead.findMany({
    where: { id: { in: leadIds }, deletedAt: null, OR: [{ importId: null }, { importId: { not: importId } }] },
    select: { id: true },
  })
  const isKnown = new Set(known.map(({ id }) => id))
  return changes.filter(({ leadId }) => isKnown.has(leadId))
}

/** Each lead once, with all that is to be said about it. */
function merged(kept: Kept[]): Kept[] {
  const byLead = new Map<string, string[]>()
  for (const { leadId, why } of kept) byLead.set(leadId, [...(byLead.get(leadId) ?? []), why])
  return [...byLead].map(([leadId, why]) => ({ leadId, why: why.join(' ') }))
}

/** What is taken back is told no more. Where something stays, its history does; only the touches are gone. */
async function hideHistory({ tx, now, importId, leadIds }: RevertContext, kept: Kept[]) {
  await tx.$executeRaw`
    update activity a set reverted_at = ${now}
    where lead_id = any(${leadIds}::uuid[]) and import_id = ${importId}::uuid and reverted_at is null
      and (lead_id <> all(${kept.map(({ leadId }) => leadId)}::uuid[]) or type in ('touch_logged', 'touch_voided'))`
}

/** The last step; touches that a merge has moved back among leads that were done are looked for once more. */
async function finish(tx: Tx, { id }: Import, now: Date) {
  const left = await tx.touchpoint.count({ where: { importId: id, revertedAt: null }, take: 1 })
  if (left === 0) await dropUnused(tx, id)
  await tx.import.update({
    where: { id },
    data: { revertedTo: null, ...(left === 0 ? { status: 'reverted', revertedAt: now } : {}) },
  })
  return left === 0 ? null : { after: null }
}
