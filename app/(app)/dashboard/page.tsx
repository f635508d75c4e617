import { Upload } from 'lucide-react'
import { notFound } from 'next/navigation'
import { BalanceCard } from '@/components/dashboard/balance-card'
import { FunnelCard } from '@/components/dashboard/funnel-card'
import { HandoffsCard } from '@/components/dashboard/handoffs-card'
import { KeyDefinitions } from '@/components/dashboard/key-definitions'
import { KeyFigures } from '@/components/dashboard/key-figures'
import { PromisesCard } from '@/components/dashboard/promises-card'
import { PeriodBar } from '@/components/dashboard/period-bar'
import { RepsCard } from '@/components/dashboard/reps-card'
import { TouchesCard } from '@/components/dashboard/touches-card'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { hrefWith } from '@/components/ui/search-params'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { dashboardReport } from '@/lib/reports/dashboard'
import { balanceOf } from '@/lib/reports/balance'
import { funnelBooks } from '@/lib/reports/funnel-books'
import { dayWords, periodWords } from '@/lib/reports/presets'
import { touchesToWin } from '@/lib/reports/touches-to-win'

export const metadata = { title: 'Dashboard' }

export default async function DashboardPage({ searchParams }: PageProps<'/dashboard'>) {
  const actor = await currentActor()
  if (!can(actor, 'report.read')) notFound()
  const params = await searchParams
  const asked = (name: string) => [params[name]].flat()[0] || undefined
  const { chosen, asOf, isFirst, policy, cohort, ...figures } = await dashboardReport(
    actor,
    { period: asked('period'), from: asked('from'), through: asked('through'), asOf: asked('asOf') },
    new Date(),
  )
  const { from, to, before } = chosen
  const hrefOf = (filters: Record<string, string | number>) =>
    asOf ? null : hrefWith('/leads', {}, { ...filters, createdFrom: from ?? null, createdTo: to ?? null })
  const handoffsHref = (filters: Record<string, string | number>) =>
    asOf
      ? null
      : hrefWith('/handoffs', {}, { view: 'all', ...filters, offeredFrom: from ?? null, offeredTo: to ?? null })
  const promisesHref = (filters: Record<string, string | number>) =>
    asOf ? null : hrefWith('/handoffs', {}, { view: 'all', ...filters, dueFrom: from ?? null, dueTo: to ?? null })
  const touches = touchesToWin(cohort)
  const steps = funnelBooks(cohort)
  return (
    <>
      <PageHeader title="Dashboard" subline={periodWords(chosen)} />
      <PeriodBar path="/dashboard" first="12m" chosen={chosen} asOf={asOf} />
      <PageBody>
        {isFirst ? (
          <EmptyState
            title="Nothing to count yet"
            action={
              <LinkButton href="/import" look="primary" icon={<Upload />}>
                Import leads
              </LinkButton>
            }
          >
            Once there are leads, this page shows how many become warm, are accepted and won, and how many touches it
            takes.
          </EmptyState>
        ) : (
          <>
            {asOf ? (
              <Notice title={`As it was known at the end of ${dayWords(asOf)}`}>
                What was logged, voided, closed or deleted later is left out, and the scoring policy is the one of then.
                Lists show the present, so the numbers open none.
              </Notice>
            ) : null}
            {figures.figures.leads === 0 ? (
              <Notice>No lead was created in this period. Choose a longer one.</Notice>
            ) : null}
            <KeyFigures
              cohort={figures.figures}
              before={figures.figuresBefore}
              touches={touches}
              handoffs={figures.handoffs}
              targets={figures.targets}
              policy={policy}
              hrefOf={hrefOf}
              handoffsHref={handoffsHref}
            />
            <div className="grid gap-4 xl:grid-cols-[minmax(0,9fr)_minmax(0,10fr)]">
              <FunnelCard steps={steps} hrefOf={hrefOf} />
              <TouchesCard
                report={touches}
                policy={policy}
                hrefOf={hrefOf}
                tryHref={can(actor, 'settings.edit') ? '/settings/scoring' : null}
              />
            </div>
            <div className="grid items-start gap-4 lg:grid-cols-2 xl:grid-cols-3">
              <HandoffsCard
                figures={figures.handoffs}
                times={figures.times}
                returns={figures.returns}
                hrefOf={handoffsHref}
              />
              <PromisesCard promises={figures.promises} salesTarget={figures.targets.sales} hrefOf={promisesHref} />
              <div className="flex flex-col gap-4">
                <BalanceCard rows={balanceOf(cohort)} />
                {figures.reps ? (
                  <RepsCard reps={figures.reps} picks={figures.picks} hrefOf={hrefOf} handoffsHref={handoffsHref} />
                ) : null}
              </div>
            </div>
            <KeyDefinitions comparedWith={before?.words ?? null} />
          </>
        )}
      </PageBody>
    </>
  )
}
