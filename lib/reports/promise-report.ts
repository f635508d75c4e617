import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db, type Tx } from '@/lib/db'
import { isBroken, isKept, promisesSql } from '@/lib/handoffs/promises-sql'
import type { Period } from '@/lib/reports/period'
import { Prisma } from '@/prisma/generated/client'
import { PromiseKind } from '@/prisma/generated/enums'

const { sql, join } = Prisma

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

/** How both teams kept their promises, a row a kind, also where nothing was due. Throws FORBIDDEN. */
export async function promiseReport(
  actor: Actor,
  { from, to, asOf, now }: Period,
  tx: Tx = db,
): Promise<PromiseFigures[]> {
  authorise(actor, 'report.read')
  const then = sql`${asOf ?? now}::timestamptz`
  const isDue = (dueAt: Prisma.Sql) =>
    join(
      [
        sql`${dueAt} < ${then}`,
        ...(from ? [sql`${dueAt} >= ${from}::timestamptz`] : []),
        ...(to ? [sql`${dueAt} < ${to}::timestamptz`] : []),
      ],
      ' and ',
    )
  const rows = await tx.$queryRaw<PromiseFigures[]>(sql`
    select p.promise,
      count(*) filter (where ${isKept})::int as kept,
      count(*) filter (where ${isBroken(then)})::int as broken,
      count(*) filter (where ${isBroken(then)} and p.done_at is null and p.ended_at is null)::int as open
    from (${promisesSql(isDue, then)}) p
    where not exists (select 1 from lead d where d.id = p.lead_id and d.deleted_at <= ${then})
    group by p.promise`)
  return Object.values(PromiseKind).map(
    (promise) => rows.find((row) => row.promise === promise) ?? { promise, kept: 0, broken: 0, open: 0 },
  )
}
