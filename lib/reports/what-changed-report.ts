import 'server-only'
import { db, type Tx } from '@/lib/db'
import { isBroken, isKept, promisesSql } from '@/lib/handoffs/promises-sql'
import type { Books } from '@/lib/reports/books'
import { factsSql, within } from '@/lib/reports/facts-sql'
import { atStep } from '@/lib/reports/funnel-steps'
import type { Period } from '@/lib/reports/period'
import { promiseSources } from '@/lib/reports/promise-report'
import { type ChangeCell, whatChanged, type WhatChanged } from '@/lib/reports/what-changed'
import { Prisma } from '@/prisma/generated/client'

const { sql, join } = Prisma

type Edges = Pick<Period, 'from' | 'to'>

/** What changed, with the names of the people it speaks of by their ids. */
export type WhatChangedReport = WhatChanged & { names: Record<string, string> }

/** A quarter, and some days. In longer periods everything changes, and beyond chance. */
const longestMs = 100 * 24 * 3_600_000

/**
 * Why more or fewer were won in the period than in the one before it: see `whatChanged`. Null where there is no such pair,
 * or where it is longer than a quarter.
 */
export async function whatChangedReport(
  books: Books,
  before: Edges | null,
  tx: Tx = db,
): Promise<WhatChangedReport | null> {
  if (!before) return null
  const lengths = { before: lengthOf(before, books.at), now: lengthOf(books.period, books.at) }
  if (Object.values(lengths).some((length) => !(length > 0 && length <= longestMs))) return null
  const report = whatChanged(await readChanges(books, before, tx), lengths)
  const ids = report.findings.flatMap(({ part }) =>
    part.dimension === 'owner' || part.dimension === 'rep' ? [part.key] : [],
  )
  const people = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return { ...report, names: Object.fromEntries(people.map(({ id, name }) => [id, name])) }
}

/** In milliseconds, up to the moment that is read; infinite without a beginning. */
function lengthOf({ from, to }: Edges, at: Date): number {
  const end = to && to < at ? to : at
  return from ? end.getTime() - from.getTime() : Infinity
}

/**
 * What happened at each step in the two periods, by when it happened: leads created, first warm, and decided (closed after
 * they had come as far as an acceptance); handoffs offered, those of them that Sales answered, and first touches that were
 * due by then. Leads by the rep that they have, handoffs by the one who accepted them.
 */
export async function readChanges(books: Books, before: Edges, tx: Tx = db): Promise<ChangeCell[]> {
  const at = sql`${books.at}::timestamptz`
  const isBefore = (moment: Prisma.Sql) => within(moment, before)
  const isNow = (moment: Prisma.Sql) => within(moment, books.period)
  const isEither = (moment: Prisma.Sql) => sql`((${isBefore(moment)}) or (${isNow(moment)}))`
  const isDue = (dueAt: Prisma.Sql) => sql`${dueAt} < ${at} and ${isEither(dueAt)}`
  const ofLead = sql`s.source, s.first_channel, s.owner_id`
  const leads = (step: string, moment: Prisma.Sql, did = sql`true`, which = sql`true`) => sql`
    select ${step} as step, ${moment} as at, ${did} as did, s.lost_reason as reason, ${ofLead}, s.rep_id
    from fact s where ${isEither(moment)} and ${which}`
  const handoffs = (step: string, did = sql`true`, which = sql`true`) => sql`
    select ${step}, h.offered_at, ${did}, h.return_reason, ${ofLead}, h.rep_id
    from handed h join fact s on s.lead_id = h.lead_id where ${isEither(sql`h.offered_at`)} and ${which}`
  const steps = [
    leads('came', sql`s.created_at`),
    leads('warmed', sql`s.first_warmed_at`),
    leads(
      'won',
      sql`s.closed_at`,
      sql`s.outcome = 'WON'`,
      sql`s.outcome <> 'OPEN' and ${atStep('accepted', 'entered')}`,
    ),
    handoffs('offered'),
    handoffs('accepted', sql`h.accepted_at is not null`, sql`(h.accepted_at is not null or h.returned_at is not null)`),
    sql`
    select 'touched', p.due_at, ${isKept}, null, ${ofLead}, h.rep_id
    from (${promisesSql(isDue, promiseSources)}) p join handed h on h.id = p.handoff_id join fact s on s.lead_id = p.lead_id
    where p.promise = 'first_touch' and (${isKept} or ${isBroken(at)})`,
  ]
  return tx.$queryRaw<ChangeCell[]>(sql`
    with ${factsSql(books)}, happened as (${join(steps, ' union all ')})
    select source, first_channel::text as channel, owner_id::text as owner, rep_id::text as rep, step, did,
      case when not did then reason::text end as reason,
      count(*) filter (where ${isBefore(sql`at`)})::int as before, count(*) filter (where ${isNow(sql`at`)})::int as now
    from happened group by 1, 2, 3, 4, 5, 6, 7`)
}
