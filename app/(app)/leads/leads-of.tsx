import type { ReactNode } from 'react'
import { LeadTable, type LeadTableColumn } from '@/components/leads/lead-table'
import { ListPages } from '@/components/ui/list-pages'
import { hrefWith, nextSort } from '@/components/ui/search-params'
import type { Actor } from '@/lib/access/actor'
import { formatCount } from '@/lib/format/format-number'
import { leadSortWords, type LeadFilters } from '@/lib/leads/filters'
import { browseLeads } from '@/lib/leads/list-leads'
import { orFirstPage } from '@/lib/or-first-page'
import { type PageParams, paramOf, startParam, wordParam } from '@/lib/page-params'
import { companySettings, currentPolicy } from '@/lib/settings/queries'

const pageSize = 25

/** The leads of a company or a campaign, on its page: a heading with their number, the list, its pages. */
export async function LeadsOf({
  actor,
  filters,
  path,
  params,
  title,
  caption,
  total,
  leaveOut,
  empty,
}: {
  actor: Actor
  filters: LeadFilters
  path: string
  params: PageParams
  title: string
  caption: string
  total: number
  leaveOut?: LeadTableColumn[]
  empty: ReactNode
}) {
  const sort = wordParam(params, 'sort', ['-lastTouchAt', ...leadSortWords])
  const [{ page, isFirst }, { timeZone, currency }, { warmAt, hotAt, closeBy }] = await Promise.all([
    orFirstPage(paramOf(params, 'cursor'), (cursor) => browseLeads(actor, { filters, sort, cursor, limit: pageSize })),
    companySettings(),
    currentPolicy(),
  ])
  return (
    <section aria-label={title}>
      <h2 className="px-4 pb-2 text-sm font-semibold md:px-6">
        {title} <span className="font-normal text-ink-quiet tabular-nums">{formatCount(total)}</span>
      </h2>
      <LeadTable
        caption={caption}
        leads={page.data}
        facts={{ policy: { warmAt, hotAt, closeBy }, zone: timeZone, now: new Date(), currency }}
        leaveOut={leaveOut}
        sort={{ current: sort, hrefOf: (key) => hrefWith(path, params, { sort: nextSort(sort, key) }) }}
        empty={empty}
      />
      <ListPages
        path={path}
        params={params}
        start={isFirst ? 0 : startParam(params)}
        page={page}
        total={page.count}
        isCapped={page.isCapped}
        noun={{ one: 'lead', many: 'leads' }}
        pageSize={pageSize}
      />
    </section>
  )
}
