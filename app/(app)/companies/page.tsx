import { Building2, Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { CompanyForm } from '@/components/companies/company-form'
import { companyColumns, CompanyTable } from '@/components/companies/company-table'
import { LinkButton } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { ExportLink } from '@/components/ui/export-link'
import { FilterBar, FilterSearch } from '@/components/ui/filter-bar'
import { ListPages } from '@/components/ui/list-pages'
import { PageHeader } from '@/components/ui/page-header'
import { hrefWith, nextSort } from '@/components/ui/search-params'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { browseCompanies, companySorts, countCompanies } from '@/lib/companies/list-companies'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { orFirstPage } from '@/lib/or-first-page'
import { defaultLimit } from '@/lib/page'
import { listParams, paramOf, startParam, wordParam } from '@/lib/page-params'
import { companySettings } from '@/lib/settings/queries'
import { wordsParam } from '@/lib/words-param'
import { ListViews } from '../views/list-views'
import { createCompanyAction } from './actions'

export const metadata: Metadata = { title: 'Companies' }

const here = '/companies'
const noun = { one: 'company', many: 'companies' }

export default async function CompaniesPage({ searchParams }: PageProps<'/companies'>) {
  const actor = await currentActor()
  const params = await searchParams
  const now = new Date()
  const q = wordsParam(params, 'q')
  const sort = wordParam(params, 'sort', ['name', ...companySorts])
  const [{ page, isFirst }, total, { timeZone }] = await Promise.all([
    orFirstPage(paramOf(params, 'cursor'), (cursor) => browseCompanies(actor, { q, sort, cursor })),
    countCompanies(actor, q),
    companySettings(),
  ])
  const newHref = hrefWith(here, params, { do: 'new' })
  const closeHref = hrefWith(here, params, { do: null })
  const mayCreate = can(actor, 'company.create')
  return (
    <>
      <PageHeader
        title="Companies"
        subline={q ? `${formatCountOf(total, noun.one, noun.many)} found` : formatCountOf(total, noun.one, noun.many)}
        actions={
          <>
            {can(actor, 'export.all') ? (
              <ExportLink href={hrefWith('/exports/companies.csv', {}, { q: q ?? null })} />
            ) : null}
            {mayCreate ? (
              <LinkButton look="primary" href={newHref} scroll={false} icon={<Plus />} shortcut="C">
                New company
              </LinkButton>
            ) : null}
          </>
        }
      />
      <ListViews
        actor={actor}
        list="companies"
        params={params}
        tabs={[{ label: 'All companies', href: here }]}
        columns={companyColumns(timeZone, now)}
        countOf={async (of) => formatCount(await countCompanies(actor, wordsParam(of, 'q')))}
      />
      <FilterBar
        action={here}
        keep={listParams(params)}
        first={<FilterSearch name="q" value={q} label="Name or domain" />}
      />
      <CompanyTable
        companies={page.data}
        zone={timeZone}
        now={now}
        chosen={paramOf(params, 'columns')}
        sort={{ current: sort, hrefOf: (key) => hrefWith(here, params, { sort: nextSort(sort, key) }) }}
        empty={
          q ? (
            <EmptyState
              icon={<Building2 />}
              title="No company has these letters"
              action={<LinkButton href={here}>Clear search</LinkButton>}
            />
          ) : (
            <EmptyState
              icon={<Building2 />}
              title="No companies yet"
              action={can(actor, 'import.leads') ? <LinkButton href="/import">Import leads</LinkButton> : undefined}
            >
              They come with their leads: by import, by form, or when you write one into a new lead.
            </EmptyState>
          )
        }
      />
      <ListPages
        path={here}
        params={params}
        start={isFirst ? 0 : startParam(params)}
        page={page}
        total={total}
        noun={noun}
        pageSize={defaultLimit}
      />
      {paramOf(params, 'do') === 'new' && mayCreate ? (
        <Dialog title="New company" closeHref={closeHref}>
          <CompanyForm action={createCompanyAction} cancelHref={closeHref} />
        </Dialog>
      ) : null}
    </>
  )
}
