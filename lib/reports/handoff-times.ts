import 'server-only'
import { db, type Tx } from '@/lib/db'
import { broughtBy } from '@/lib/handoffs/brought-by-sql'
import { isFirstTouch } from '@/lib/handoffs/promises-sql'
import type { Books } from '@/lib/reports/books'
import { factsSql } from '@/lib/reports/facts-sql'
import { offeredSql } from '@/lib/reports/handoff-figures'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** A time at the median, in milliseconds, and of how many handoffs it is; null for none. */
type Median = { ms: number | null; of: number }

/**
 * How long a lead waited, told apart by whose time it was: from the touch that made it warm, as we were told of it, to
 * the offer by the rule (Baton's own), and from an offer to the first touch by Sales after it was accepted (people's).
 * Of the handoffs offered in the period, by the clock on the wall.
 */
export type HandoffTimes = { warmToOffered: Median; offeredToTouched: Median }

export async function handoffTimes(books: Books, tx: Tx = db): Promise<HandoffTimes> {
  const median = (span: Prisma.Sql) =>
    sql`percentile_cont(0.5) within group (order by date_part('epoch', ${span})) * 1000`
  const [row] = await tx.$queryRaw<{ ours: number | null; ofOurs: number; theirs: number | null; ofTheirs: number }[]>(
    sql`
    with ${factsSql(books)}, ${offeredSql(books)},
    timed as (
      select h.offered_at - brought.logged_at as ours, touched.at - h.offered_at as theirs
      from offered h
      left join lateral ${broughtBy(sql`touch`)} brought on h.origin = 'automatic'
      left join lateral (
        select min(t.occurred_at) as at from touch t
        where ${isFirstTouch} and t.occurred_at <= coalesce(h.returned_at, 'infinity')
      ) touched on h.accepted_at is not null
    )
    select ${median(sql`ours`)} as ours, count(ours)::int as "ofOurs", ${median(sql`theirs`)} as theirs,
      count(theirs)::int as "ofTheirs"
    from timed`,
  )
  if (!row) throw new Error('a count without a row')
  return {
    warmToOffered: { ms: row.ours, of: row.ofOurs },
    offeredToTouched: { ms: row.theirs, of: row.ofTheirs },
  }
}
