import 'server-only'
import { db, type Tx } from '@/lib/db'
import { isBroken, isKept, promisesSql } from '@/lib/handoffs/promises-sql'
import type { Books } from '@/lib/reports/books'
import { factsSql, within } from '@/lib/reports/facts-sql'
import { isOfFact } from '@/lib/reports/handoff-figures'
import { Prisma } from '@/prisma/generated/client'
import { PromiseKind } from '@/prisma/generated/enums'

const { sql } = Prisma

/**
 * The promises of one kind that were due in a period and up to the moment that is read: `kept` + `broken`. What ended
 * before it was due (a withdrawn offer, a closed lead) is neither.
 */
export type PromiseFigures = {
  promise: PromiseKind
  kept: number
  broken: number
  /** Of the broken ones those that are still not fulfilled and still could be. */
  open: number
}

/** What was known at the moment that is read, after the common table expressions of `factsSql`. */
export const promiseSources = {
  touches: sql`touch`,
  handoffs: sql`handed`,
  leads: sql`fact`,
  endedAt: sql`s.closed_at`,
}

/** How both teams kept their promises, a row a kind, also where nothing was due. */
export async function promiseReport(books: Books, tx: Tx = db): Promise<PromiseFigures[]> {
  const at = sql`${books.at}::timestamptz`
  const isDue = (dueAt: Prisma.Sql) => sql`${dueAt} < ${at} and ${within(dueAt, books.period)}`
  const rows = await tx.$queryRaw<PromiseFigures[]>(sql`
    with ${factsSql(books)}
    select p.promise,
      count(*) filter (where ${isKept})::int as kept,
      count(*) filter (where ${isBroken(at)})::int as broken,
      count(*) filter (where ${isBroken(at)} and p.done_at is null and p.ended_at is null)::int as open
    from (${promisesSql(isDue, promiseSources)}) p
    where ${isOfFact(books, sql`p.lead_id`)}
    group by p.promise`)
  return Object.values(PromiseKind).map(
    (promise) => rows.find((row) => row.promise === promise) ?? { promise, kept: 0, broken: 0, open: 0 },
  )
}
