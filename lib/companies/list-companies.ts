import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { type CompanyShape, companyShape, countLeadsByCompany, noLeads } from '@/lib/companies/queries'
import { db } from '@/lib/db'
import { containing } from '@/lib/leads/filter-sql'
import { cutPage, type Cursor, defaultLimit, momentOf, type Page, readCursor, wordsOf } from '@/lib/page'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** By what companies are sorted; `-` before it for descending. Names without regard to case. */
export const companySorts = ['name', '-name', 'createdAt', '-createdAt'] as const
export type CompanySort = (typeof companySorts)[number]

export type CompanyList = {
  /** Any part of name or domain. */
  q?: string | undefined
  sort?: CompanySort | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

type Row = { id: string; name: string; nameKey: string; domain: string | null; createdAt: Date; version: number }

/**
 * A page of the companies, by name, with the counts of the leads that the actor may see.
 *
 * Throws INVALID for a cursor of another list or sort.
 */
export async function listCompanies(actor: Actor, list: CompanyList = {}): Promise<Page<CompanyShape>> {
  authorise(actor, 'company.read')
  const { q, sort = 'name', limit = defaultLimit } = list
  const isByName = sort.endsWith('name')
  const column = isByName ? sql`name_key` : sql`created_at`
  const direction = sort.startsWith('-') ? sql`desc` : sql`asc`
  const from = readCursor(list.cursor, sort)
  const rows = await db.$queryRaw<Row[]>(sql`
    select id, name, name_key as "nameKey", domain, created_at as "createdAt", version from company
    where ${from ? after(from, sort) : sql`true`} and ${q ? named(q) : sql`true`}
    order by ${column} ${direction}, id ${direction} limit ${limit + 1}`)
  const { data, nextCursor } = cutPage(rows, limit, ({ id, nameKey, createdAt }) => ({
    sort,
    value: isByName ? nameKey : createdAt.toISOString(),
    id,
  }))
  const counts = await countLeadsByCompany(
    actor,
    data.map(({ id }) => id),
  )
  return { data: data.map((company) => companyShape(company, counts.get(company.id) ?? noLeads)), nextCursor }
}

/** How many companies the words find. */
export async function countCompanies(actor: Actor, q?: string): Promise<number> {
  authorise(actor, 'company.read')
  const [row] = await db.$queryRaw<{ count: number }[]>(sql`
    select count(*)::int as count from company where ${q ? named(q) : sql`true`}`)
  return row?.count ?? 0
}

const named = (q: string) => sql`(lower(name) like ${containing(q)} or domain like ${containing(q)})`

function after(from: Cursor, sort: CompanySort): Prisma.Sql {
  const past = sort.startsWith('-') ? sql`<` : sql`>`
  return sort.endsWith('name')
    ? sql`(name_key, id) ${past} (${wordsOf(from)}, ${from.id}::uuid)`
    : sql`(created_at, id) ${past} (${momentOf(from)}, ${from.id}::uuid)`
}
