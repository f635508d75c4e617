import { Plus, Upload, Users } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BecameCard } from '@/components/marketing/became-card'
import { MarketingFigures } from '@/components/marketing/marketing-figures'
import { ReturnedList } from '@/components/marketing/returned-list'
import { RunningCampaigns } from '@/components/marketing/running-campaigns'
import { WarmingBoard } from '@/components/marketing/warming-board'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { hrefWith } from '@/components/ui/search-params'
import type { Actor } from '@/lib/access/actor'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { runningCampaigns } from '@/lib/campaigns/list-campaigns'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { whatBecame } from '@/lib/handoffs/what-became'
import { coldLeads, coldLeadsDueFirst, countColdLeads } from '@/lib/marketing/cold-leads'
import { costPerWarmLead } from '@/lib/marketing/cost'
import { marketingFigures } from '@/lib/marketing/key-figures'
import { dayOf, monthToDate } from '@/lib/marketing/month'
import { returnedLeads } from '@/lib/marketing/returned-leads'
import { warmingColumns } from '@/lib/marketing/warming'
import { paramOf } from '@/lib/page-params'
import { movingPeriodEdge } from '@/lib/period'
import { promiseRules } from '@/lib/settings/promise-rules'
import { companySettings, currentPolicy } from '@/lib/settings/queries'
import { CampaignTouchDialog } from '../campaigns/touch-dialog'

export const metadata: Metadata = { title: 'Marketing' }

const here = '/marketing'
const cardsPerColumn = 8
const returnsShown = 5
const campaignsShown = 5
/** What was handed over in so many days. */
const becameDays = 30
/** The figures of so many running campaigns are read, those that began last. */
const campaignsRead = 15

/** The columns of the board with their true counts and the leads that are due first. */
async function boardColumns(actor: Actor, warmAt: number) {
  const counts = await countColdLeads(actor)
  return Promise.all(
    warmingColumns(warmAt).map(async (column) => {
      const { touches } = column
      const count = counts.get(touches) ?? 0
      return {
        ...column,
        count,
        leads: await coldLeadsDueFirst(actor, touches, count, cardsPerColumn),
        href: hrefWith('/leads', coldLeads, {
          touchesMin: touches,
          touchesMax: touches,
          sort: touches === 0 ? '-createdAt' : 'lastTouchAt',
        }),
      }
    }),
  )
}

function inWords(cold: number, oneFromWarm: number): string {
  if (cold === 0) return 'No cold leads to warm up.'
  const last = oneFromWarm === 1 ? '1 needs one more touch.' : `${formatCount(oneFromWarm)} need one more touch.`
  return `${formatCountOf(cold, 'cold lead')} to warm up. ${last}`
}

export default async function MarketingPage({ searchParams }: PageProps<'/marketing'>) {
  const actor = await currentActor()
  if (!can(actor, 'handoff.offer')) notFound()
  const params = await searchParams
  const now = new Date()
  const [{ currency }, { hours, marketingTarget }, { warmAt, hotAt, closeBy }] = await Promise.all([
    companySettings(),
    promiseRules(),
    currentPolicy(),
  ])
  const { timeZone } = hours
  const policy = { warmAt, hotAt, closeBy }
  const month = monthToDate(now, timeZone)
  const handedOver = {
    // A manager's page has what all marketers handed over.
    marketer: actor.role === 'marketer' ? actor.id : undefined,
    offeredFrom: `today-${becameDays}d`,
  }
  const [columns, figures, campaigns, returned, became] = await Promise.all([
    boardColumns(actor, warmAt),
    marketingFigures(actor, month, timeZone),
    runningCampaigns(actor, dayOf(now, timeZone), campaignsRead),
    returnedLeads(actor, now, returnsShown),
    whatBecame(actor, { ...handedOver, offeredFrom: movingPeriodEdge(handedOver.offeredFrom, timeZone, now) }, now),
  ])
  const cold = columns.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <PageHeader
        title="Marketing"
        subline={inWords(cold, columns.at(-1)?.count ?? 0)}
        actions={
          <>
            <LinkButton href="/import" icon={<Upload />}>
              Import
            </LinkButton>
            <LinkButton
              look="primary"
              href={hrefWith(here, params, { do: 'touch' })}
              scroll={false}
              icon={<Plus />}
              shortcut="T"
            >
              Log campaign touch
            </LinkButton>
          </>
        }
      />
      <div className="xl:grid xl:min-h-[calc(100dvh-var(--header-height))] xl:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex min-w-0 flex-col gap-4 px-4 py-4 md:px-6 md:py-6">
          <MarketingFigures
            figures={figures}
            cost={costPerWarmLead(campaigns, currency)}
            month={month}
            currency={currency}
          />
          {cold === 0 ? (
            <EmptyState
              icon={<Users />}
              title="No cold leads"
              action={
                <LinkButton href="/import" icon={<Upload />}>
                  Import leads
                </LinkButton>
              }
            >
              Every lead is warm already, or none is here yet. New ones come from a file, or one by one.
            </EmptyState>
          ) : (
            <WarmingBoard
              columns={columns}
              facts={{
                policy,
                zone: timeZone,
                now,
                touchHref: (lead) => hrefWith(here, params, { do: 'touch', lead }),
              }}
            />
          )}
        </div>
        <aside className="flex flex-col gap-6 border-line bg-surface px-4 py-5 max-xl:border-t md:px-6 xl:border-l">
          <ReturnedList {...returned} hours={hours} now={now} />
          <BecameCard
            title={handedOver.marketer ? 'What became of your leads' : 'What became of the leads'}
            became={became}
            target={marketingTarget}
            hrefOf={(filters) =>
              hrefWith(
                '/handoffs',
                {},
                {
                  view: 'all',
                  offeredFrom: handedOver.offeredFrom,
                  marketer: handedOver.marketer ?? null,
                  ...filters,
                },
              )
            }
            moreHref={hrefWith('/handoffs/by/source', {}, { marketer: handedOver.marketer ?? null })}
          />
          <RunningCampaigns campaigns={campaigns} shown={campaignsShown} />
        </aside>
      </div>
      {paramOf(params, 'do') === 'touch' ? (
        <CampaignTouchDialog actor={actor} path={here} params={params} policy={policy} timeZone={timeZone} />
      ) : null}
    </>
  )
}
