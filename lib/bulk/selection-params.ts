import type { Selection } from '@/lib/bulk/input'
import { uuid } from '@/lib/fields'
import { filtersOf } from '@/lib/filter-params'
import { leadFilters } from '@/lib/leads/filters'
import type { PageParams } from '@/lib/page-params'
import { paramOf } from '@/lib/page-params'

/** As many leads can be ticked one by one: more would not fit into an address. */
export const mostTicked = 200

/**
 * The leads that an address chooses: `?lead=…&lead=…`, or with `all=1` those that its filters find. `written` are the
 * parameters that say so; null: it chooses none.
 */
export function selectionOf(params: PageParams): { selection: Selection; written: [string, string][] } | null {
  if (paramOf(params, 'all') === '1') {
    const { filters, written } = filtersOf(params, leadFilters)
    return { selection: { filter: filters }, written: [['all', '1'], ...Object.entries(written)] }
  }
  const leadIds = tickedLeads([params.lead ?? []].flat())
  return leadIds.length > 0 ? { selection: { leadIds }, written: leadIds.map((id) => ['lead', id]) } : null
}

/** The ids among what an address calls leads. */
export function tickedLeads(values: string[]): string[] {
  const ids = values.flatMap((value) => uuid.safeParse(value).data ?? [])
  return [...new Set(ids)].slice(0, mostTicked)
}

/** What a touch on the chosen leads is, as the same address says it: no filter is called so, or it would choose others. */
export const touchParams = {
  campaign: 'for',
  channel: 'by',
  occurredAt: 'on',
  isEngaged: 'engaged',
  offersPerDay: 'pace',
} as const

/** The choice as a form carries it from page to page. */
export const writeSelection = (selection: Selection): string => JSON.stringify(selection)

/** The same read back; what was tampered with chooses nothing, which is refused. */
export function readSelection(written: string | undefined): Selection {
  try {
    const read: unknown = JSON.parse(written ?? '')
    return read && typeof read === 'object' && !Array.isArray(read)
      ? (({ leadIds, filter }: Selection) => ({ ...(leadIds ? { leadIds } : {}), ...(filter ? { filter } : {}) }))(read)
      : {}
  } catch {
    return {}
  }
}
