import { Pencil, Plus, Users } from 'lucide-react'
import type { Metadata } from 'next'
import { CompanyForm } from '@/components/companies/company-form'
import { TeamShares } from '@/components/companies/team-shares'
import { LeadTable } from '@/components/leads/lead-table'
import { NewLeadForm } from '@/components/leads/new-lead-form'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { ListPages } from '@/components/ui/list-pages'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { hrefWith, nextSort } from '@/components/ui/search-params'
import { Stat, StatRow } from '@/components/ui/stat'
import { currentActor } from '@/lib/access/current-actor'
import { orNotFound, pathId } from '@/lib/access/or-not-found'
import { can } from '@/lib/access/permissions'
import { getCompany, type LeadCounts } from '@/lib/companies/queries'
import { touchShares } from '@/lib/companies/touch-shares'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { leadSortWords } from '@/lib/leads/filters'
import { browseLeads } from '@/lib/leads/list-leads'
import { orFirstPage } from '@/lib/or-first-page'
import { paramOf, startParam, wordParam } from '@/lib/page-params'
import { companySettings, currentPolicy } from '@/lib/settings/queries'
import { createLeadAction } from '../../leads/actions'
import { editCompanyAction } from '../actions'

export const metadata: Metadata = { title: 'Company' }

const pageSize = 25

/** Open leads by stage, closed ones by outcome; each figure opens its leads. */
function Counts({ companyId, leads }: { companyId: string; leads: LeadCounts }) {
  const figures = [
    { label: 'Cold', count: leads.cold, query: 'stage=cold&outcome=open' },
    { label: 'Warm', count: leads.warm, query: 'stage=warm&outcome=open' },
    { label: 'Hot', count: leads.hot, query: 'stage=hot&outcome=open' },
    { label: 'Won', count: leads.won, query: 'outcome=won' },
    { label: 'Lost', count: leads.lost, query: 'outcome=lost' },
  ]
  return (
    <StatRow>
      {figures.map(({ label, count, query }) => (
        <Stat key={label} label={label} value={formatCount(count)} href={`/leads?company=${companyId}&${query}`} />
      ))}
    </StatRow>
  )
}

export default async function CompanyPage({ params: path, searchParams }: PageProps<'/companies/[id]'>) {
  const actor = await currentActor()
  const id = pathId((await path).id)
  const params = await searchParams
  const here = `/companies/${id}`
  const company = await orNotFound(getCompany(actor, id))
  const sort = wordParam(params, 'sort', ['-lastTouchAt', ...leadSortWords])
  const [{ page, isFirst }, shares, { timeZone, currency }, { warmAt, hotAt, closeBy }] = await Promise.all([
    orFirstPage(paramOf(params, 'cursor'), (cursor) =>
      browseLeads(actor, { filters: { company: id }, sort, cursor, limit: pageSize }),
    ),
    touchShares(actor, id),
    companySettings(),
    currentPolicy(),
  ])
  const mayEdit = can(actor, 'company.edit')
  const opened = paramOf(params, 'do')
  const closeHref = hrefWith(here, params, { do: null })
  return (
    <>
      <PageHeader
        title={company.name}
        subline={[company.domain, formatCountOf(company.leads.all, 'lead')].filter(Boolean).join(' · ')}
        actions={
          <>
            {mayEdit ? (
              <LinkButton href={hrefWith(here, params, { do: 'edit' })} scroll={false} icon={<Pencil />} shortcut="E">
                Edit
              </LinkButton>
            ) : null}
            <LinkButton
              look="primary"
              href={hrefWith(here, params, { do: 'new' })}
              scroll={false}
              icon={<Plus />}
              shortcut="C"
            >
              New lead
            </LinkButton>
          </>
        }
      />
      <PageBody>
        <Counts companyId={id} leads={company.leads} />
        <Card title="Touches by team" aside="counted ones, over the whole life of its leads" className="max-w-2xl">
          <TeamShares {...shares} />
        </Card>
      </PageBody>
      <h2 className="px-4 pb-2 text-sm font-semibold md:px-6">
        Leads <span className="font-normal text-ink-quiet tabular-nums">{formatCount(company.leads.all)}</span>
      </h2>
      <LeadTable
        caption={`Leads of ${company.name}`}
        leads={page.data}
        facts={{ policy: { warmAt, hotAt, closeBy }, zone: timeZone, now: new Date(), currency }}
        leaveOut={['company']}
        sort={{ current: sort, hrefOf: (key) => hrefWith(here, params, { sort: nextSort(sort, key) }) }}
        empty={
          <EmptyState icon={<Users />} title="No leads here">
            {actor.role === 'rep'
              ? 'Leads of this company appear once they are yours or were offered to Sales.'
              : 'Add the first one, or import them with the name or domain of this company.'}
          </EmptyState>
        }
      />
      <ListPages
        path={here}
        params={params}
        start={isFirst ? 0 : startParam(params)}
        page={page}
        total={page.count}
        isCapped={page.isCapped}
        noun={{ one: 'lead', many: 'leads' }}
        pageSize={pageSize}
      />
      {opened === 'edit' && mayEdit ? (
        <Dialog title="Edit the company" closeHref={closeHref}>
          <CompanyForm action={editCompanyAction} company={company} doneHref={closeHref} cancelHref={closeHref} />
        </Dialog>
      ) : null}
      {opened === 'new' ? (
        <Dialog title="New lead" subline={company.name} closeHref={closeHref} size="lg">
          <NewLeadForm action={createLeadAction} company={company} currency={currency} cancelHref={closeHref} />
        </Dialog>
      ) : null}
    </>
  )
}
