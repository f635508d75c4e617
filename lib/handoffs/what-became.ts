import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { broughtBy } from '@/lib/handoffs/brought-by-sql'
import { fates, handoffsWhere } from '@/lib/handoffs/filter-sql'
import type { HandoffFilters } from '@/lib/handoffs/filters'
import type { HandoffOrigins } from '@/lib/handoffs/origins'
import type { ReturnsAlike } from '@/lib/reports/figures'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** What became of some handoffs: the first four add up to those offered. */
export type Became = {
  offered: number
  accepted: number
  /** Returned without having been accepted. */
  refused: number
  withdrawn: number
  waiting: number
  /** Returned at all, also after having been accepted. */
  returned: number
  won: number
  /** Why they were returned, the most frequent first. */
  reasons: ReturnsAlike[]
}

/** Those of one source, channel or campaign; `of` is null where the lead has none. */
export type BecameOf = Became & { of: string | null; name: string | null }

type Which = Pick<HandoffFilters, 'marketer' | 'offeredFrom' | 'offeredTo'>

/** So many sources or campaigns are told apart, those with the most offers. */
export const mostOrigins = 50

const origins: Record<HandoffOrigins, { of: Prisma.Sql; name: Prisma.Sql; from: Prisma.Sql }> = {
  source: { of: sql`s.source`, name: sql`s.source`, from: Prisma.empty },
  channel: {
    of: sql`b.channel::text`,
    name: sql`b.channel::text`,
    from: sql`left join lateral ${broughtBy} b on true`,
  },
  campaign: {
    of: sql`b.campaign_id::text`,
    name: sql`c.name`,
    from: sql`left join lateral ${broughtBy} b on true left join campaign c on c.id = b.campaign_id`,
  },
}

type Row = Omit<Became, 'reasons'> &
  Omit<ReturnsAlike, 'count'> & { isReason: boolean; of: string | null; name: string | null }

/** What became of all handoffs that were offered in a period, or of those that one marketer handed over. */
export async function whatBecame(actor: Actor, which: Which, now: Date): Promise<Became> {
  const [all] = await counted(actor, { of: sql`null::text`, name: sql`null::text`, from: Prisma.empty }, which, now)
  return all ?? nothing
}

/** The same by source of the lead, or by channel or campaign of the touch that brought the offer about. */
export const whatBecameBy = (actor: Actor, by: HandoffOrigins, which: Which, now: Date): Promise<BecameOf[]> =>
  counted(actor, origins[by], which, now)

const nothing: Became = {
  offered: 0,
  accepted: 0,
  refused: 0,
  withdrawn: 0,
  waiting: 0,
  returned: 0,
  won: 0,
  reasons: [],
}

async function counted(
  actor: Actor,
  { of, name, from }: (typeof origins)[HandoffOrigins],
  which: Which,
  now: Date,
): Promise<BecameOf[]> {
  authorise(actor, 'handoff.answer')
  const rows = await db.$queryRaw<Row[]>(sql`
    with offered as (
      select ${of} as "of", ${name} as name, h.return_kind as kind, h.return_reason as reason,
        ${fates.accepted} as accepted, ${fates.refused} as refused, ${fates.withdrawn} as withdrawn,
        ${fates.waiting} as waiting, ${fates.returned} as returned, ${fates.won} as won
      from handoff h join lead_state s on s.lead_id = h.lead_id ${from}
      where ${handoffsWhere(which, now)}
    )
    select "of", max(name) as name, kind, reason, grouping(kind) = 0 as "isReason", count(*)::int as offered,
      count(*) filter (where accepted)::int as accepted, count(*) filter (where refused)::int as refused,
      count(*) filter (where withdrawn)::int as withdrawn, count(*) filter (where waiting)::int as waiting,
      count(*) filter (where returned)::int as returned, count(*) filter (where won)::int as won
    from offered group by grouping sets (("of"), ("of", kind, reason))
    order by returned desc, kind, reason`)
  const groups = rows.filter(({ isReason }) => !isReason).toSorted((a, b) => b.offered - a.offered)
  return groups.slice(0, mostOrigins).map(({ isReason: _, kind: __, reason: ___, ...group }) => ({
    ...group,
    reasons: rows.flatMap(({ isReason, of: whose, kind, reason, returned: count }) =>
      isReason && whose === group.of && count > 0 ? [{ kind, reason, count }] : [],
    ),
  }))
}
