import 'server-only'
import type { SortColumn, SortGroups } from '@/lib/keyset'
import type { LeadSort } from '@/lib/leads/filters'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** Lists are of states: what stands on the lead's own row is told apart by that row's id. */
const leadId = sql`l.id`

/** Leads by somebody or something that they name: the few names are walked in order, and of each its leads. */
const byName = (column: Prisma.Sql, groups: SortGroups): SortColumn => ({ column, type: 'text', groups })

/** What each sort compares. The columns and expressions are those of the indexes, to the letter. */
export const leadSortColumns: Record<LeadSort, SortColumn> = {
  createdAt: { column: sql`s.created_at`, type: 'time', isAlwaysThere: true },
  lastTouchAt: { column: sql`s.last_touch_at`, type: 'time' },
  touchCount: { column: sql`s.touch_count`, type: 'whole', isAlwaysThere: true },
  name: {
    column: sql`(lower(coalesce(l.first_name, '') || ' ' || coalesce(l.last_name, '')) collate "C")`,
    type: 'text',
    id: leadId,
    isAlwaysThere: true,
  },
  email: { column: sql`l.email`, type: 'text', id: leadId },
  title: { column: sql`l.title`, type: 'text', id: leadId },
  source: { column: sql`l.source`, type: 'text', id: leadId },
  value: { column: sql`l.value`, type: 'amount', id: leadId },
  warmedAt: { column: sql`s.warmed_at`, type: 'time' },
  hotAt: { column: sql`s.hot_at`, type: 'time' },
  closedAt: { column: sql`s.closed_at`, type: 'time' },
  company: byName(sql`g.name_key`, { from: sql`company g`, id: sql`g.id`, member: sql`l.company_id` }),
  owner: byName(sql`lower(g.name)`, { from: sql`person g`, id: sql`g.id`, member: sql`s.owner_id` }),
  rep: byName(sql`lower(g.name)`, { from: sql`person g`, id: sql`g.id`, member: sql`s.rep_id` }),
}

/** Whether the sort needs the lead's own row. */
export const sortsByLead = (sort: string): boolean =>
  ['name', 'company', 'email', 'title', 'source', 'value'].includes(sort.replace('-', ''))

/** What a lead is sorted by, before the names that it stands for are looked up. */
export const rawValue = (sort: string): Prisma.Sql => {
  const { column, groups } = leadSortColumns[sort.replace('-', '') as LeadSort]
  return groups?.member ?? column
}

/** The same sorts once the leads are gathered as a relation of `id` and `value`. */
export const gatheredColumns = Object.fromEntries(
  Object.entries(leadSortColumns).map(([name, { groups: _, ...sorted }]) => [
    name,
    { ...sorted, column: sql`value`, id: sql`id` },
  ]),
) as Record<LeadSort, SortColumn>

/** Gathered leads with the names that their values stand for. */
export function withNames(sort: string, gathered: Prisma.Sql): Prisma.Sql {
  const { column, groups } = leadSortColumns[sort.replace('-', '') as LeadSort]
  return groups
    ? sql`(select found.id, ${column} as value from ${gathered} found left join ${groups.from} on ${groups.id} = found.value)`
    : gathered
}
