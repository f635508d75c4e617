import { Upload } from 'lucide-react'
import { BalanceCard } from '@/components/dashboard/balance-card'
import { ForecastCard } from '@/components/dashboard/forecast-card'
import { FunnelCard } from '@/components/dashboard/funnel-card'
import { HandoffsCard } from '@/components/dashboard/handoffs-card'
import { KeyDefinitions } from '@/components/dashboard/key-definitions'
import { KeyFigures } from '@/components/dashboard/key-figures'
import { PromisesCard } from '@/components/dashboard/promises-card'
import { RepsCard } from '@/components/dashboard/reps-card'
import { SourcesCard } from '@/components/dashboard/sources-card'
import { TimeInStageCard } from '@/components/dashboard/time-in-stage-card'
import { TouchesCard } from '@/components/dashboard/touches-card'
import { TrendCard } from '@/components/dashboard/trend-card'
import { WhatChangedCard } from '@/components/dashboard/what-changed-card'
import { changeHref } from '@/components/dashboard/what-changed-hrefs'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { hrefWith } from '@/components/ui/search-params'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { balanceOf } from '@/lib/reports/cohort/balance'
import { dashboardReport } from '@/lib/reports/dashboard'
import { funnelBooks } from '@/lib/reports/cohort/funnel-books'
import { presets } from '@/lib/reports/presets'
import { touchesToWin } from '@/lib/reports/thresholds/touches-to-win'
import { type Open, ReportFrame } from './report-frame'

const quarters = presets.filter(({ name }) => name === 'quarter' || name === 'last-quarter')

export const metadata = { title: 'Dashboard' }

export default async function DashboardPage({ searchParams }: PageProps<'/dashboard'>) {
  return (
    <ReportFrame actor={await currentActor()} path="/dashboard" title="Dashboard" params={await searchParams}>
      {cards}
    </ReportFrame>
  )
}

async function cards({ actor, asked, books, hrefOf, handoffsHref, promisesHref, csvHref, ...lists }: Open) {
  const { chosen, asOf, written } = asked
  const { before } = chosen
  const { isFirst, cohort, ...figures } = await dashboardReport(actor, books, asked.before)
  const touches = touchesToWin(cohort)
  if (isFirst)
    return (
      <EmptyState
        title="Nothing to count yet"
        action={
          <LinkButton href="/import" look="primary" icon={<Upload />}>
            Import leads
          </LinkButton>
        }
      >
        Once there are leads, this page shows how many become warm, are accepted and won, and how many touches it takes.
      </EmptyState>
    )
  return (
    <>
      {figures.figures.leads === 0 ? (
        <Notice>No lead was created in this period, or none that the filters let through. Choose a longer one.</Notice>
      ) : null}
      <KeyFigures
        cohort={figures.figures}
        before={figures.figuresBefore}
        touches={touches}
        handoffs={figures.handoffs}
        targets={figures.targets}
        policy={books.policy}
        hrefOf={hrefOf}
        handoffsHref={handoffsHref}
      />
      {before ? (
        <WhatChangedCard
          report={figures.changed}
          comparedWith={before.words}
          periods={quarters
            .filter(({ name }) => name !== chosen.preset)
            .map(({ name, label }) => ({
              label,
              href: hrefWith('/dashboard', written, { period: name, asOf }),
            }))}
          linkOf={(part, step, period, which) =>
            changeHref(lists, part, step, period === 'now' ? chosen : before, which)
          }
        />
      ) : null}
      <div className="grid gap-4 xl:grid-cols-[minmax(0,9fr)_minmax(0,10fr)]">
        <FunnelCard steps={funnelBooks(cohort)} hrefOf={hrefOf} />
        <TouchesCard
          report={touches}
          policy={books.policy}
          hrefOf={hrefOf}
          tryHref={can(actor, 'settings.edit') ? '/settings/scoring' : null}
        />
      </div>
      <TrendCard trend={figures.trend} csvHref={csvHref('trend')} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <SourcesCard sources={figures.sources} hrefOf={hrefOf} />
        <RepsCard
          reps={figures.reps}
          picks={figures.picks}
          hrefOf={hrefOf}
          handoffsHref={handoffsHref}
          promisesHref={promisesHref}
        />
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-2 xl:grid-cols-3">
        <HandoffsCard
          figures={figures.handoffs}
          times={figures.times}
          returns={figures.returns}
          hrefOf={handoffsHref}
        />
        <div className="flex flex-col gap-4">
          <PromisesCard promises={figures.promises} salesTarget={figures.targets.sales} hrefOf={promisesHref} />
          <BalanceCard rows={balanceOf(cohort)} />
        </div>
        <div className="flex flex-col gap-4">
          <TimeInStageCard rows={figures.timeInStage} />
          <ForecastCard forecast={figures.forecast} />
        </div>
      </div>
      <KeyDefinitions comparedWith={before?.words ?? null} />
    </>
  )
}
