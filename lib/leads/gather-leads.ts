import 'server-only'
import { db } from '@/lib/db'
import type { KeysetRow } from '@/lib/keyset'
import { isLive, listFrom } from '@/lib/leads/filter-sql'
import type { LeadList } from '@/lib/leads/lead-list'
import { rawValue, sortsByLead, withNames } from '@/lib/leads/lead-sorts'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** Up to where leads are counted one by one. */
export const countedUpTo = 10_000

/** How many there are, exact up to 10,000; `isCapped` says that there are more. */
export type LeadCount = { count: number; isCapped: boolean }

/** Touches among which ten thousand leads are looked for at first: those of a month are many times as many. */
const firstTouches = 15_000

/** The number of leads that match, and `most` rows of their page if they are not more than 10,000. */
export async function gatherLeads(list: LeadList, most: number): Promise<LeadCount & { found: KeysetRow[] }> {
  const { isPart, ...first } = await gathered(list, most, firstTouches)
  const { all, found } = isPart && first.all <= countedUpTo ? await gathered(list, most, null) : first
  return { ...countOf(all), found }
}

/** All that were found, as they are counted. */
export const countOf = (all: number): LeadCount => ({ count: Math.min(all, countedUpTo), isCapped: all > countedUpTo })

type Row = KeysetRow & { all: number; isPart: boolean }

/** `isPart` says that there are more touches than were read. */
async function gathered(list: LeadList, most: number, mostTouches: number | null) {
  const { asked, sort } = list
  const { after, orderBy } = list.gathered
  const { lead, state, touches } = asked.tables
  // Of lists by touches and leads, what they are sorted by is looked up for the few alone: indexes find these leads
  // without their rows.
  const isAtHand = state && !lead && !touches && !sortsByLead(sort)
  const valued = isAtHand
    ? sql`found`
    : sql`(
        select found.id, ${rawValue(sort)} as value from found
        join ${sortsByLead(sort) ? sql`lead l on l.id` : sql`lead_state s on s.lead_id`} = found.id
      )`
  const rows = await db.$queryRaw<Row[]>(sql`
    with ${list.touchesAlone ? foundByTouches(list.touchesAlone, mostTouches) : foundByState(list, isAtHand)},
    counted as (
      select count(*)::int as "all", ${list.touchesAlone ? sql`(select count(*) from touched) = ${mostTouches}` : sql`false`} as "isPart"
      from found
    )
    select counted.*, shown.* from counted left join lateral (
      select id, value from ${withNames(sort, valued)} named where counted."all" <= ${countedUpTo} and ${after}
      order by ${orderBy} limit ${most}
    ) shown on true order by ${orderBy}`)
  const [first] = rows
  return { all: first?.all ?? 0, isPart: first?.isPart ?? false, found: rows.filter(({ id }) => id !== null) }
}

const foundByState = ({ asked, sort }: LeadList, isAtHand: boolean) => sql`
  found as materialized (
    select s.lead_id as id ${isAtHand ? sql`, ${rawValue(sort)} as value` : Prisma.empty} from ${listFrom(asked.tables)}
    where ${asked.where} limit ${countedUpTo + 1}
  )`

/** Of leads that are sought by their touches alone the first touches mostly show that they are more than are counted. */
const foundByTouches = (touches: Prisma.Sql, most: number | null) => sql`
  touched as materialized (select t.lead_id from touchpoint t where t.voided_at is null and ${touches} limit ${most}),
  found as materialized (
    select distinct lead_id as id from touched where ${isLive(sql`touched.lead_id`)} limit ${countedUpTo + 1}
  )`
