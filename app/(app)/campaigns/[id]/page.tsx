import { Plus, Users } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DayStrip } from '@/components/campaigns/day-strip'
import { LeadTable } from '@/components/leads/lead-table'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { EmptyState } from '@/components/ui/empty-state'
import { ListPages } from '@/components/ui/list-pages'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { hrefWith, nextSort } from '@/components/ui/search-params'
import { Stat, StatRow } from '@/components/ui/stat'
import { currentActor } from '@/lib/access/current-actor'
import { orNotFound, pathId } from '@/lib/access/or-not-found'
import { can } from '@/lib/access/permissions'
import type { CampaignShape } from '@/lib/campaigns/campaign-shape'
import { campaignDays, campaignFigures } from '@/lib/campaigns/campaign-words'
import { dayBars } from '@/lib/campaigns/day-bars'
import { getCampaign } from '@/lib/campaigns/queries'
import { touchesByDay } from '@/lib/campaigns/touches-by-day'
import { formatCount, formatMoney, formatPercent } from '@/lib/format/format-number'
import { leadSortWords } from '@/lib/leads/filters'
import { browseLeads } from '@/lib/leads/list-leads'
import { orFirstPage } from '@/lib/or-first-page'
import { paramOf, startParam, wordParam } from '@/lib/page-params'
import { companySettings, currentPolicy } from '@/lib/settings/queries'
import { channels } from '@/lib/touchpoints/channel'
import { CampaignTouchDialog } from '../touch-dialog'

export const metadata: Metadata = { title: 'Campaign' }

const pageSize = 25

export default async function CampaignPage({ params: path, searchParams }: PageProps<'/campaigns/[id]'>) {
  const actor = await currentActor()
  if (!can(actor, 'campaign.edit')) notFound()
  const id = pathId((await path).id)
  const params = await searchParams
  const here = `/campaigns/${id}`
  const campaign = await orNotFound(getCampaign(actor, id))
  const sort = wordParam(params, 'sort', ['-lastTouchAt', ...leadSortWords])
  const [{ timeZone, currency }, { warmAt, hotAt, closeBy }] = await Promise.all([companySettings(), currentPolicy()])
  const [{ page, isFirst }, days] = await Promise.all([
    orFirstPage(paramOf(params, 'cursor'), (cursor) =>
      browseLeads(actor, { filters: { campaign: id }, sort, cursor, limit: pageSize }),
    ),
    touchesByDay(actor, id, timeZone),
  ])
  const policy = { warmAt, hotAt, closeBy }
  return (
    <>
      <PageHeader
        title={campaign.name}
        subline={subline(campaign, currency)}
        actions={
          <LinkButton
            look="primary"
            href={hrefWith(here, params, { do: 'touch' })}
            scroll={false}
            icon={<Plus />}
            shortcut="T"
          >
            Log touch
          </LinkButton>
        }
      />
      <PageBody>
        <Figures campaign={campaign} currency={currency} />
        <Card title="Touches by day">
          <DayStrip bars={dayBars(days)} />
        </Card>
      </PageBody>
      <h2 className="px-4 pb-2 text-sm font-semibold md:px-6">
        Leads it touched <span className="font-normal text-ink-quiet tabular-nums">{formatCount(campaign.reach)}</span>
      </h2>
      <LeadTable
        caption={`Leads touched by ${campaign.name}`}
        leads={page.data}
        facts={{ policy, zone: timeZone, now: new Date(), currency }}
        sort={{ current: sort, hrefOf: (key) => hrefWith(here, params, { sort: nextSort(sort, key) }) }}
        empty={
          <EmptyState icon={<Users />} title="No lead is touched yet">
            Log a touch for this campaign, or import its touches with the campaign’s name.
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
      {paramOf(params, 'do') === 'touch' ? (
        <CampaignTouchDialog
          actor={actor}
          path={here}
          params={params}
          campaign={id}
          policy={policy}
          timeZone={timeZone}
        />
      ) : null}
    </>
  )
}

function subline(campaign: CampaignShape, currency: string): string {
  const { channel, budget } = campaign
  const money = budget === null ? '' : `budget ${formatMoney(budget, campaign.currency ?? currency)}`
  return [channels[channel].label, campaignDays(campaign), money].filter(Boolean).join(' · ')
}

function Figures({ campaign, currency }: { campaign: CampaignShape; currency: string }) {
  const { id, reach, engaged, warmed, won, budget } = campaign
  const ofReached = (count: number) => (reach > 0 ? `${formatPercent(count / reach)} of reached` : 'nobody reached yet')
  const cost =
    budget !== null && warmed > 0 ? formatMoney(Math.round(budget / warmed), campaign.currency ?? currency) : null
  return (
    <div>
      <StatRow>
        <Stat label="Reached" value={formatCount(reach)} footnote="leads" href={`/leads?campaign=${id}`} />
        <Stat label="Responded" value={formatCount(engaged)} footnote={ofReached(engaged)} />
        <Stat label="Warmed" value={formatCount(warmed)} footnote={ofReached(warmed)} />
        <Stat
          label="Won"
          value={formatCount(won)}
          footnote={ofReached(won)}
          href={`/leads?campaign=${id}&outcome=won`}
        />
        <Stat
          label="Cost per warm lead"
          value={cost ?? '–'}
          footnote={budget === null ? 'no budget' : warmed === 0 ? 'none warmed yet' : 'budget by warmed'}
        />
      </StatRow>
      <Definition summary="How these are counted">
        Each lead is counted once. Reached: {campaignFigures.reach}. Responded: {campaignFigures.engaged}. Warmed:{' '}
        {campaignFigures.warmed}. Won: {campaignFigures.won}. Voided touches and deleted leads are left out.
      </Definition>
    </div>
  )
}
