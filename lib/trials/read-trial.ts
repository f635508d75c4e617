import 'server-only'
import { db, type Tx } from '@/lib/db'
import type { Trial } from '@/lib/trials/find-trial'
import { offersSql, within } from '@/lib/trials/offers-sql'
import type { Compared, OffersFigures, Taken, TrialFigures, WeekOfOffers, WinsMoved } from '@/lib/trials/trial-figures'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

type Row = {
  figures: (OffersFigures & { by: Compared })[] | null
  weeks: WeekOfOffers[] | null
  wins: WinsMoved
  taken: Taken
}

/** What the two policies would have offered, and what there really was, counted in one reading. */
export async function readTrial(trial: Trial, tx: Tx = db): Promise<TrialFigures> {
  const [row] = await tx.$queryRaw<Row[]>(sql`
    with ${offersSql(trial)},
    given as materialized (
      select h.lead_id, h.offered_at, h.accepted_at, coalesce(h.accepted_at, h.returned_at) as answered_at,
        coalesce(h.accepted_at, h.returned_at, h.withdrawn_at) as left_at
      from handed h where h.lead_id in (select lead_id from fact)
    ),
    ${figuresSql(trial)}, ${weeksSql(trial)}, ${winsSql(trial)}
    select (select json_agg(f) from figures f) as figures, (select json_agg(w order by monday) from weeks w) as weeks,
      (select row_to_json(w) from wins w) as wins, (select row_to_json(t) from taken t) as taken`)
  if (!row) throw new Error('a count without a row')
  const nothing = { offers: 0, leads: 0, answered: 0, accepted: 0, won: 0, lost: 0 }
  const of = (who: Compared): OffersFigures => {
    const { by: _, ...figures } = row.figures?.find(({ by }) => by === who) ?? { ...nothing, by: who }
    return figures
  }
  return {
    figures: { real: of('real'), present: of('present'), proposed: of('proposed') },
    weeks: row.weeks ?? [],
    wins: row.wins,
    taken: row.taken,
  }
}

/** What became of the leads that were offered in the period, those offered twice once. */
const figuresSql = ({ present: { period } }: Trial): Prisma.Sql => sql`
  answered as (select distinct lead_id from given where answered_at is not null),
  offered_lead as (
    select case when is_proposed then 'proposed' else 'present' end as by, lead_id, count(*) as offers
    from offer where ${within(sql`at`, period)} group by 1, 2
    union all
    select 'real', lead_id, count(*) from given where ${within(sql`offered_at`, period)} group by 1, 2
  ),
  figures as (
    select o.by, sum(o.offers)::int as offers, count(*)::int as leads, count(a.lead_id)::int as answered,
      count(f.first_accepted_at)::int as accepted, count(*) filter (where f.outcome = 'WON')::int as won,
      count(*) filter (where f.outcome = 'LOST')::int as lost
    from offered_lead o join fact f on f.lead_id = o.lead_id left join answered a on a.lead_id = o.lead_id
    group by o.by
  ),
  taken as (
    select count(*) filter (where accepted_at is not null and ${within(sql`accepted_at`, period)})::int as accepted,
      count(*) filter (where answered_at is not null and ${within(sql`answered_at`, period)})::int as answered
    from given
  )`

/** Week by week, of the whole ledger: the queue of a week follows from all weeks before. */
const weeksSql = ({ present: { timeZone } }: Trial): Prisma.Sql => sql`
  moment as (
    select at, case when is_proposed then 'proposed' else 'present' end as what from offer
    union all select offered_at, 'offered' from given
    union all select accepted_at, 'accepted' from given where accepted_at is not null
    union all select answered_at, 'answered' from given where answered_at is not null
    union all select left_at, 'left' from given where left_at is not null
  ),
  by_week as (
    select date_trunc('week', at at time zone ${timeZone}) as week, what, count(*) as count from moment group by 1, 2
  ),
  weeks as (
    select to_char(week, 'YYYY-MM-DD') as monday,
      ${Prisma.join(
        ['present', 'proposed', 'offered', 'accepted', 'answered', 'left'].map(
          (what) => sql`coalesce(sum(count) filter (where what = ${what}), 0)::int as ${Prisma.raw(`"${what}"`)}`,
        ),
      )}
    from by_week group by week
  )`

/** The leads won in the period, by the first offer of each policy, whenever that was. */
const winsSql = ({ present: { period } }: Trial): Prisma.Sql => {
  const days = (span: Prisma.Sql, which: Prisma.Sql) =>
    sql`percentile_cont(0.5) within group (order by date_part('epoch', ${span})) filter (where ${which}) / 86400`
  const [was, is] = [sql`o.present_at`, sql`o.proposed_at`]
  return sql`
    first_offer as (
      select lead_id, min(at) filter (where not is_proposed) as present_at, min(at) filter (where is_proposed) as proposed_at
      from offer group by lead_id
    ),
    wins as (
      select count(*)::int as wins, count(*) filter (where ${was} = ${is})::int as same,
        count(*) filter (where ${is} < ${was})::int as earlier, count(*) filter (where ${is} > ${was})::int as later,
        count(*) filter (where ${was} is not null and ${is} is null)::int as never,
        count(*) filter (where ${was} is null and ${is} is not null)::int as newly,
        count(*) filter (where ${was} is null and ${is} is null)::int as neither,
        ${days(sql`${was} - ${is}`, sql`${is} < ${was}`)} as "medianDaysEarlier",
        ${days(sql`${is} - ${was}`, sql`${is} > ${was}`)} as "medianDaysLater"
      from fact f left join first_offer o on o.lead_id = f.lead_id
      where f.outcome = 'WON' and ${within(sql`f.closed_at`, period)}
    )`
}
