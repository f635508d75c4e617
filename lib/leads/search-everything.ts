import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { text } from '@/lib/fields'
import { leadsFrom, visibleLeadsSql } from '@/lib/leads/filter-sql'
import { leadName } from '@/lib/leads/lead-shape'
import { containing, searchSql, similarSql } from '@/lib/leads/search-sql'
import { Prisma } from '@/prisma/generated/client'
import type { Stage } from '@/prisma/generated/enums'

const { sql } = Prisma

/** Something that was found. A company has no stage. */
export type Found = { id: string; name: string; company: string | null; stage: Stage | null; href: string }

const mostFound = 8
const mostCompanies = 2
/** How many that match are looked at before the best are chosen: common letters match nearly all. */
const candidates = 400
/** Fewer letters than the search index has in an entry. */
const shortest = 3

type LeadFound = {
  id: string
  firstName: string | null
  lastName: string | null
  email: string | null
  externalId: string | null
  company: string | null
  stage: Stage
}

/**
 * Up to 8 leads that the actor may see, and companies, that match a few letters: whose name begins with them first,
 * then those touched last. One or two letters find beginnings of names alone; what is spelled so nowhere finds what is like it.
 */
export async function searchEverything(actor: Actor, typed: string): Promise<Found[]> {
  authorise(actor, 'lead.read')
  const words = text(200).safeParse(typed).data
  if (!words) return []
  const [spelled, companies] = await Promise.all([
    findLeads(actor, words, words.length < shortest ? beginsWith(words) : searchSql(words)),
    findCompanies(words),
  ])
  const isMisspelled = spelled.length + companies.length === 0 && words.length > shortest
  const leads = isMisspelled ? await findLeads(actor, words, similarSql(words)) : spelled
  const shown = companies.slice(0, Math.max(mostCompanies, mostFound - leads.length))
  return [...leads.slice(0, mostFound - shown.length), ...shown]
}

const nameOf = sql`(lower(coalesce(l.first_name, '') || ' ' || coalesce(l.last_name, '')) collate "C")`

/** A pattern for names that begin with the words. */
const beginning = (words: string) => containing(words).slice(1)

const beginsWith = (words: string) => sql`${nameOf} like ${beginning(words)}`

async function findLeads(actor: Actor, words: string, matches: Prisma.Sql): Promise<Found[]> {
  const rows = await db.$queryRaw<LeadFound[]>(sql`
    with matching as materialized (
      select l.id, l.first_name, l.last_name, l.email, l.external_id, l.company_id, s.stage, s.last_touch_at,
        ${beginsWith(words)} as begins
      from ${leadsFrom} where ${visibleLeadsSql(actor)} and ${matches} limit ${candidates}
    )
    select m.id, m.first_name as "firstName", m.last_name as "lastName", m.email, m.external_id as "externalId",
      c.name as company, m.stage
    from matching m left join company c on c.id = m.company_id
    order by m.begins desc, m.last_touch_at desc nulls last, m.id limit ${mostFound}`)
  return rows.map((lead) => ({
    id: lead.id,
    name: leadName(lead),
    company: lead.company,
    stage: lead.stage,
    href: `/leads/${lead.id}`,
  }))
}

async function findCompanies(words: string): Promise<Found[]> {
  if (words.length < shortest) return []
  const rows = await db.$queryRaw<{ id: string; name: string }[]>(sql`
    select id, name from company where lower(name) like ${containing(words)}
    order by lower(name) like ${beginning(words)} desc, name_key, id limit ${mostFound}`)
  return rows.map(({ id, name }) => ({ id, name, company: null, stage: null, href: `/companies/${id}` }))
}
