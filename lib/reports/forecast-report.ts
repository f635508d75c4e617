import 'server-only'
import { db, type Tx } from '@/lib/db'
import type { Books } from '@/lib/reports/books'
import { factsSql } from '@/lib/reports/facts-sql'
import { type Forecast, forecastWins, type OpenAtAge, type WeekOfLife } from '@/lib/reports/forecast'
import { Prisma } from '@/prisma/generated/client'
import type { Outcome } from '@/prisma/generated/enums'

const { sql } = Prisma

/** Leads of the same age whose life ended in the same week of it; `endedIn` is null for open ones. All in whole weeks. */
type Lives = { outcome: Outcome; age: number; ageRounded: number; endedIn: number | null; leads: number }

const weekSeconds = 7 * 24 * 3600

/** Wins to expect from the leads that are open at the moment that is read, by the pace of all leads, whenever created. */
export async function readForecast(books: Books, tx: Tx = db): Promise<Forecast | null> {
  const weeks = (until: Prisma.Sql) => sql`greatest(0, date_part('epoch', ${until} - s.created_at) / ${weekSeconds})`
  const at = sql`${books.at}::timestamptz`
  const lives = await tx.$queryRaw<Lives[]>(sql`
    with ${factsSql(books)}
    select s.outcome::text as outcome, floor(${weeks(at)})::int as age,
      case when s.outcome = 'OPEN' then round(${weeks(at)})::int else 0 end as "ageRounded",
      case when s.outcome <> 'OPEN' then floor(${weeks(sql`s.closed_at`)})::int end as "endedIn", count(*)::int as leads
    from fact s group by 1, 2, 3, 4`)
  return forecastWins(historyOf(lives), openOf(lives))
}

/** Each week of life that was over at the moment that is read: who was open when it began, and how it ended for them. */
function historyOf(lives: Lives[]): WeekOfLife[] {
  const longest = lives.reduce((most, { age }) => Math.max(most, age), 0)
  const history = Array.from({ length: longest }, (_, week) => ({ week, atRisk: 0, won: 0, lost: 0 }))
  for (const { outcome, age, endedIn, leads } of lives)
    for (const week of history.slice(0, Math.min(age, (endedIn ?? age) + 1))) {
      week.atRisk += leads
      if (week.week === endedIn) week[outcome === 'WON' ? 'won' : 'lost'] += leads
    }
  return history
}

function openOf(lives: Lives[]): OpenAtAge[] {
  const byAge = new Map<number, number>()
  for (const { outcome, ageRounded, leads } of lives)
    if (outcome === 'OPEN') byAge.set(ageRounded, (byAge.get(ageRounded) ?? 0) + leads)
  return [...byAge].map(([ageWeeks, open]) => ({ ageWeeks, open }))
}
