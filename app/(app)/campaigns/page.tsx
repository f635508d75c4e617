import { Plus, Scale, Target } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CampaignDefinitions } from '@/components/campaigns/campaign-figures'
import { campaignColumns, CampaignTable } from '@/components/campaigns/campaign-table'
import { CampaignTabs } from '@/components/campaigns/campaign-tabs'
import { NewCampaignForm } from '@/components/campaigns/new-campaign-form'
import { Button, LinkButton } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { ExportLink } from '@/components/ui/export-link'
import { FilterBar, FilterSearch } from '@/components/ui/filter-bar'
import { ListPages } from '@/components/ui/list-pages'
import { PageHeader } from '@/components/ui/page-header'
import { PickBar } from '@/components/ui/pick'
import { hrefWith, nextSort } from '@/components/ui/search-params'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { browseCampaigns, campaignSorts, countCampaigns } from '@/lib/campaigns/list-campaigns'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { orFirstPage } from '@/lib/or-first-page'
import { listParams, paramOf, startParam, wordParam } from '@/lib/page-params'
import { companySettings } from '@/lib/settings/queries'
import { wordsParam } from '@/lib/words-param'
import { ListViews } from '../views/list-views'
import { createCampaignAction } from './actions'

export const metadata: Metadata = { title: 'Campaigns' }

const here = '/campaigns'
/** Fewer than in other lists: each campaign's figures are read from all of its touches. */
const pageSize = 25

export default async function CampaignsPage({ searchParams }: PageProps<'/campaigns'>) {
  const actor = await currentActor()
  if (!can(actor, 'campaign.edit')) notFound()
  const params = await searchParams
  const q = wordsParam(params, 'q')
  const sort = wordParam(params, 'sort', ['-createdAt', ...campaignSorts])
  const [{ page, isFirst }, total, { currency }] = await Promise.all([
    orFirstPage(paramOf(params, 'cursor'), (cursor) => browseCampaigns(actor, { q, sort, cursor, limit: pageSize })),
    countCampaigns(actor, q),
    companySettings(),
  ])
  const newHref = hrefWith(here, params, { do: 'new' })
  const closeHref = hrefWith(here, params, { do: null })
  const newCampaign = (
    <LinkButton look="primary" href={newHref} scroll={false} icon={<Plus />} shortcut="C">
      New campaign
    </LinkButton>
  )
  return (
    <>
      <PageHeader
        title="Campaigns"
        subline={formatCountOf(total, 'campaign')}
        actions={
          <>
            {can(actor, 'export.all') ? (
              <ExportLink href={hrefWith('/exports/campaigns.csv', {}, { q: q ?? null })} />
            ) : null}
            {newCampaign}
          </>
        }
      />
      <CampaignTabs active={here} />
      <ListViews
        actor={actor}
        list="campaigns"
        params={params}
        tabs={[{ label: 'All campaigns', href: here }]}
        columns={campaignColumns(currency)}
        countOf={async (of) => formatCount(await countCampaigns(actor, wordsParam(of, 'q')))}
      />
      <FilterBar
        action={here}
        keep={listParams(params)}
        first={<FilterSearch name="q" value={q} label="Name of a campaign" />}
      />
      <CampaignTable
        campaigns={page.data}
        currency={currency}
        chosen={paramOf(params, 'columns')}
        sort={{ current: sort, hrefOf: (key) => hrefWith(here, params, { sort: nextSort(sort, key) }) }}
        empty={
          q ? (
            <EmptyState
              icon={<Target />}
              title="No campaign has these letters"
              action={<LinkButton href={here}>Clear search</LinkButton>}
            />
          ) : (
            <EmptyState
              icon={<Target />}
              title="No campaigns yet"
              action={
                <LinkButton href={newHref} scroll={false} icon={<Plus />}>
                  New campaign
                </LinkButton>
              }
            >
              Touches are credited to campaigns, so that you see whom each has reached and warmed.
            </EmptyState>
          )
        }
      />
      {page.data.length > 0 ? (
        <div className="px-4 pt-3 md:px-6">
          <CampaignDefinitions />
        </div>
      ) : null}
      <ListPages
        path={here}
        params={params}
        start={isFirst ? 0 : startParam(params)}
        page={page}
        total={total}
        noun={{ one: 'campaign', many: 'campaigns' }}
        pageSize={pageSize}
      />
      <PickBar action="/campaigns/compare" noun={{ one: 'campaign', many: 'campaigns' }} all={null}>
        <Button type="submit" look="primary" size="sm" icon={<Scale />}>
          Compare
        </Button>
      </PickBar>
      {paramOf(params, 'do') === 'new' ? (
        <Dialog title="New campaign" closeHref={closeHref}>
          <NewCampaignForm action={createCampaignAction} currency={currency} cancelHref={closeHref} />
        </Dialog>
      ) : null}
    </>
  )
}
