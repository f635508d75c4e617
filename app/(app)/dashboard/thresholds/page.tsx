import { CurvesCards, HazardCard, HistogramCard } from '@/components/thresholds/chance-cards'
import { GroupsCard } from '@/components/thresholds/groups-card'
import { OffersCard } from '@/components/thresholds/offers-card'
import { SuggestionCard } from '@/components/thresholds/suggestion-card'
import { hrefWith } from '@/components/ui/search-params'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { thresholdsReport } from '@/lib/reports/thresholds/thresholds'
import { proposalParameters } from '@/lib/settings/proposal'
import { type Open, ReportFrame } from '../report-frame'

export const metadata = { title: 'Thresholds' }

export default async function ThresholdsPage({ searchParams }: PageProps<'/dashboard/thresholds'>) {
  return (
    <ReportFrame
      actor={await currentActor()}
      path="/dashboard/thresholds"
      title="Thresholds"
      params={await searchParams}
    >
      {cards}
    </ReportFrame>
  )
}

async function cards({ actor, asked, books, hrefOf, handoffsHref, csvHref }: Open) {
  const { policy } = books
  const { touches, suggestion, channels, sources, offers } = thresholdsReport(books)
  const { warmAt, hotAt } = suggestion
  const suggested = { ...policy, ...(warmAt ? { warmAt: warmAt.value } : {}), ...(hotAt ? { hotAt: hotAt.value } : {}) }
  const proposal = proposalParameters(suggested, policy)
  const mayTry = can(actor, 'settings.edit') && asked.asOf === null && Object.keys(proposal).length > 0
  return (
    <>
      <SuggestionCard
        suggestion={suggestion}
        wins={touches.wins}
        policy={policy}
        tryHref={mayTry ? hrefWith('/settings/scoring', proposal, {}) : null}
      />
      <HazardCard report={touches} policy={policy} hrefOf={hrefOf} csvHref={csvHref} />
      <CurvesCards report={touches} csvHref={csvHref} />
      <OffersCard offers={offers} handoffsHref={handoffsHref} csvHref={csvHref('handoffs-by-touches')} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <GroupsCard by="channel" groups={channels} hrefOf={hrefOf} csvHref={csvHref('by-channel')} />
        <GroupsCard by="source" groups={sources} hrefOf={hrefOf} csvHref={csvHref('by-source')} />
      </div>
      <HistogramCard report={touches} csvHref={csvHref} />
    </>
  )
}
