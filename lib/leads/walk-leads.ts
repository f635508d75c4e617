import 'server-only'
import { db } from '@/lib/db'
import { type KeysetPart, type KeysetRow, walk } from '@/lib/keyset'
import { leadAsState, listFrom } from '@/lib/leads/filter-sql'
import type { LeadList } from '@/lib/leads/lead-list'
import { rawValue, sortsByLead, withNames } from '@/lib/leads/lead-sorts'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/**
 * How far a sort's index is walked: over so many of its entries, where these say what is asked of a lead's state; of
 * rows that are looked at for the rest; of names whose leads are looked at.
 */
type Stretch = { entries: number | null; rows: number; names: number }

/**
 * A beginning that takes a few ms whether or not it has the page, so without the names that have thousands of leads, and
 * what is walked before all that match are sorted.
 */
const short: Stretch = { entries: 5000, rows: 800, names: 0 }
const long: Stretch = { entries: null, rows: 8000, names: 500 }

/** The page, with one row more if the list goes on, where the beginning of the sort's index has it; else null. */
export const walkShort = (list: LeadList): Promise<KeysetRow[] | null> => walked(list, short)

/** The page by a longer walk; by sorting all that match where it lies further on still, as silent leads by name. */
export const walkLong = async (list: LeadList): Promise<KeysetRow[]> => (await walked(list, long)) ?? sorted(list)

async function walked(list: LeadList, stretch: Stretch): Promise<KeysetRow[] | null> {
  const { sort, limit, asked, walked, keyset } = list
  const isAll = !asked.tables.lead && !asked.tables.state && !asked.tables.touches
  const isInIndex = isByCreation(sort) && !walked.tables.lead && !walked.tables.touches
  const read = (part: KeysetPart, most: number) =>
    db.$queryRaw<KeysetRow[]>(isAll ? partOfAll(part, list, most) : partOfSome(part, list, stretch, most))
  const found = await walk(isAll ? keyset.parts : await partsWithin(list, stretch), limit, read)
  const isToTheEnd = isAll || (isInIndex && stretch.entries === null)
  return isToTheEnd || found.length > limit ? found : null
}

/** The parts that a walk comes to: from leads without the value to the others only where it looks at all of the former. */
async function partsWithin({ keyset, sort }: LeadList, { rows }: Stretch): Promise<KeysetPart[]> {
  const [first, ...others] = keyset.parts
  if (!first?.isWithoutValue) return first ? [first] : []
  const from = listFrom({ lead: sortsByLead(sort), state: !sortsByLead(sort) })
  const few = sql`select 1 from ${from} where s.deleted_at is null and ${first.where} limit ${rows}`
  const [counted] = await db.$queryRaw<{ count: number }[]>(sql`select count(*)::int as count from (${few}) few`)
  return counted && counted.count < rows ? [first, ...others] : [first]
}

/** Whether the sort's index has all that states are filtered by. */
const isByCreation = (sort: string) => sort.replace('-', '') === 'createdAt'

/** A part of the list of all leads, which the sort's index answers alone, to its end. */
function partOfAll(part: KeysetPart, { walked: { where }, sort }: LeadList, most: number): Prisma.Sql {
  const { value, where: beyond, orderBy, groups } = part
  const from = listFrom({ lead: sortsByLead(sort), state: !sortsByLead(sort) })
  if (groups) return ofGroups(part, sql`${groups.from}`, sql`${from} where ${where}`, most)
  return sql`select s.lead_id as id, ${value} as value from ${from} where ${where} and ${beyond} order by ${orderBy} limit ${most}`
}

/** A part of a list with filters, of which only a stretch is looked at. */
function partOfSome(part: KeysetPart, list: LeadList, { entries, rows, names }: Stretch, most: number): Prisma.Sql {
  const { value, where: beyond, orderBy, groups } = part
  const { walked, others, sort } = list
  const { tables, where } = walked
  if (groups) {
    // Of groups with one name all are looked at: their leads are mixed by id.
    const first = sql`(
      select * from ${groups.from} where ${groups.within} order by ${groups.orderBy}
      fetch first (${names}::int) rows with ties
    ) g`
    return ofGroups(part, first, sql`${listFrom(tables)} where ${where}`, most)
  }
  const first = sortsByLead(sort)
    ? sql`(select l.* from ${listFrom({ lead: true, state: false })} where l.deleted_at is null and ${beyond} order by ${orderBy} limit ${rows}) l
        ${tables.state ? sql`join lead_state s on s.lead_id = l.id` : sql`cross join ${leadAsState}`}`
    : sql`(select * from ${statesOf(part, list, entries)} order by ${orderBy} limit ${rows}) s
        ${tables.lead ? sql`join lead l on l.id = s.lead_id` : Prisma.empty}`
  const then = isByCreation(sort) ? others : where
  return sql`select s.lead_id as id, ${value} as value from ${first} where ${then} order by ${orderBy} limit ${most}`
}

/** The states in whose order the list is walked. By creation their index says whether they are asked for, else their rows do. */
function statesOf({ where, orderBy }: KeysetPart, { sort, onState }: LeadList, entries: number | null): Prisma.Sql {
  const live = sql`lead_state s where s.deleted_at is null and ${where}`
  if (!isByCreation(sort)) return live
  if (entries === null) return sql`${live} and ${onState}`
  return sql`(select * from ${live} order by ${orderBy} limit ${entries}) s where ${onState}`
}

/** Leads by the groups that they name, of each no more than the page has room for. */
function ofGroups({ value, where, orderBy, groups }: KeysetPart, from: Prisma.Sql, leads: Prisma.Sql, most: number) {
  return sql`
    select s.lead_id as id, ${value} as value from ${from} cross join lateral (
      select s.lead_id from ${leads} and ${where} order by ${groups?.byId} limit ${most}
    ) s where ${groups?.within} order by ${orderBy} limit ${most}`
}

/** The page found by sorting all that match. `offset 0` keeps the database from walking the index after all. */
function sorted({
  sort,
  limit,
  walked: { tables, where },
  gathered: { after, orderBy },
}: LeadList): Promise<KeysetRow[]> {
  const gathered = sql`(
    select s.lead_id as id, ${rawValue(sort)} as value from ${listFrom(tables)} where ${where} offset 0
  )`
  return db.$queryRaw(sql`
    select id, value from ${withNames(sort, gathered)} named where ${after} order by ${orderBy} limit ${limit + 1}`)
}
