import 'server-only'
import type { Tx } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

const { sql, join, raw } = Prisma

/** What is known of a lead by rows that name it: a merge brings all of it to the lead that is kept. */
export const ledgerTables = ['touchpoint', 'handoff', 'outcome_change', 'held_offer', 'task', 'notification'] as const

/** Which rows changed their lead: ids of the ledger, `seq` of lines of history. */
export type Moved = { ids: string[]; lines: bigint[] }

/** A step: brings the whole ledger and history of one locked lead to another. */
export async function moveLedger(tx: Tx, fromId: string, toId: string): Promise<Moved> {
  const moves = ledgerTables.map(
    (table) => sql`${raw(`moved_${table}`)} as (
      update ${raw(table)} set lead_id = ${toId}::uuid where lead_id = ${fromId}::uuid returning id
    )`,
  )
  const all = ledgerTables.map((table) => sql`select id from ${raw(`moved_${table}`)}`)
  const [moved] = await tx.$queryRaw<Moved[]>(sql`
    with ${join(moves)},
    moved_line as (
      update activity set lead_id = ${toId}::uuid where lead_id = ${fromId}::uuid returning seq
    )
    select array(${join(all, ' union all ')}) as ids, array(select seq from moved_line) as lines`)
  if (!moved) throw new Error('a move without a row')
  return moved
}

/** A step: brings rows back to the lead that they came from, with the lines that were written about them since. */
export async function moveBack(tx: Tx, { ids, lines }: Moved, fromId: string, toId: string): Promise<void> {
  for (const table of ledgerTables)
    await tx.$executeRaw`
      update ${raw(table)} set lead_id = ${toId}::uuid where id = any(${ids}::uuid[]) and lead_id = ${fromId}::uuid`
  await tx.$executeRaw`
    update activity set lead_id = ${toId}::uuid
    where lead_id = ${fromId}::uuid
      and (seq = any(${lines}::bigint[]) or touchpoint_id = any(${ids}::uuid[]) or handoff_id = any(${ids}::uuid[]))`
}
