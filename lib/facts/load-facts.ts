import 'server-only'
import type { PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { escapeLiteral } from 'pg'
import { CopyDecoder, type CopyRow } from '@/lib/facts/copy-decoder'
import { type Blocks, Facts } from '@/lib/facts/facts'
import { tellHandoffs } from '@/lib/facts/tell-handoffs'
import { handoffsSql, leadsSql, type Moment, touchesSql } from '@/lib/facts/facts-sql'
import type { Spec } from '@/lib/facts/columns'
import { pool } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** Reads in a transaction that sees one moment of the database, however many statements it takes. */
export async function inOneMoment<Result>(read: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin isolation level repeatable read read only')
    const result = await read(client)
    await client.query('commit')
    return result
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
}

/** The facts of a moment, of all leads or of those with these ids. */
export async function loadFacts(client: PoolClient, moment: Moment, leadIds?: string[]): Promise<Facts> {
  const facts = new Facts()
  const which = leadIds ? sql`lead_id = any(${`{${leadIds.join()}}`}::uuid[])` : sql`true`
  await copy(client, leadsSql(moment, which), (row) => facts.addLead(row))
  await copy(client, handoffsSql(moment, which), (row) => addTo(facts, facts.handoffs, row))
  await copy(client, touchesSql(moment, which), (row) => {
    const touch = addTo(facts, facts.touches, row)
    if (touch) tellHandoffs(facts, touch.slot, touch.row, row)
  })
  return facts
}

/** Rows come lead by lead. Those of leads that are not among the facts, as of deleted ones, are passed over. */
function addTo<Of extends Spec>(facts: Facts, blocks: Blocks<Of>, from: CopyRow): { slot: number; row: number } | null {
  const slot = facts.slotOf(from.bytes, from.starts[0] as number)
  if (slot === -1) return null
  const row = blocks.add(slot)
  blocks.table.set(row, from, 1)
  return { slot, row }
}

async function copy(client: PoolClient, select: Prisma.Sql, onRow: (row: CopyRow) => void): Promise<void> {
  const decoder = new CopyDecoder(onRow)
  for await (const piece of client.query(copyTo(`copy (${inWords(select)}) to stdout (format binary)`)))
    decoder.write(piece as Buffer)
}

/** The statement with its values written out: COPY takes no parameters. */
function inWords({ strings, values }: Prisma.Sql): string {
  const literal = (value: unknown) => escapeLiteral(value instanceof Date ? value.toISOString() : String(value))
  return strings.reduce((text, string, index) => `${text}${literal(values[index - 1])}${string}`)
}
