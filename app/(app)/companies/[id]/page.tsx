import { Pencil, Plus, Users } from 'lucide-react'
import type { Metadata } from 'next'
import { CompanyForm } from '@/components/companies/company-form'
import { TeamShares } from '@/components/companies/team-shares'
import { NewLeadForm } from '@/components/leads/new-lead-form'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { hrefWith } from '@/components/ui/search-params'
import { Stat, StatRow } from '@/components/ui/stat'
import { currentActor } from '@/lib/access/current-actor'
import { orNotFound, pathId } from '@/lib/access/or-not-found'
import { can } from '@/lib/access/permissions'
import { getCompany, type LeadCounts } from '@/lib/companies/queries'
import { touchShares } from '@/lib/companies/touch-shares'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { paramOf } from '@/lib/page-params'
import { companySettings } from '@/lib/settings/queries'
import { createLeadAction } from '../../leads/actions'
import { LeadsOf } from '../../leads/leads-of'
import { editCompanyAction } from '../actions'

export const metadata: Metadata = { title: 'Company' }

/** Open leads by stage, closed ones by outcome; each figure opens its leads. */
function Counts({ companyId, leads }: { companyId: string; leads: LeadCounts }) {
  const figures = [
    { label: 'Cold', count: leads.cold, means: 'open', query: 'stage=cold&outcome=open' },
    { label: 'Warm', count: leads.warm, means: 'open', query: 'stage=warm&outcome=open' },
    { label: 'Hot', count: leads.hot, means: 'open', query: 'stage=hot&outcome=open' },
    { label: 'Won', count: leads.won, means: 'closed', query: 'outcome=won' },
    { label: 'Lost', count: leads.lost, means: 'closed', query: 'outcome=lost' },
  ]
  return (
    <StatRow>
      {figures.map(({ label, count, means, query }) => (
        <Stat
          key={label}
          label={label}
          value={formatCount(count)}
          footnote={means}
          href={`/leads?company=${companyId}&${query}`}
        />
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
  const [shares, { currency }] = await Promise.all([touchShares(actor, id), companySettings()])
  const mayEdit = can(actor, 'company.edit')
  const opened = paramOf(params, 'do')
  const closeHref = hrefWith(here, params, { do: null })
  return (
    <>
      <PageHeader
        title={company.name}
        subline={[
          company.domain,
          company.employees && formatCountOf(company.employees, 'employee'),
          formatCountOf(company.leads.all, 'lead'),
        ]
          .filter(Boolean)
          .join(' · ')}
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
        <Card title="Touches by team" aside="counted ones, over the whole life of its leads">
          <TeamShares {...shares} />
        </Card>
      </PageBody>
      <LeadsOf
        actor={actor}
        filters={{ company: id }}
        path={here}
        params={params}
        title="Leads"
        caption={`Leads of ${company.name}`}
        total={company.leads.all}
        leaveOut={['company']}
        empty={
          <EmptyState icon={<Users />} title="No leads here">
            {actor.role === 'rep'
              ? 'Leads of this company appear once they are yours or were offered to Sales.'
              : 'Add the first one, or import them with the name or domain of this company.'}
          </EmptyState>
        }
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
