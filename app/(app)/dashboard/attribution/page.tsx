import { Chart } from '@/components/charts/chart'
import { AssistCard } from '@/components/dashboard/assist-card'
import { AttributionCard } from '@/components/dashboard/attribution-card'
import { campaignRows, channelRows } from '@/components/dashboard/share-rows'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { currentActor } from '@/lib/access/current-actor'
import { attributionChart, modelsFor } from '@/lib/reports/attribution/attribution-chart'
import { fewestWins } from '@/lib/reports/thresholds/touches-to-win'
import { winsByCampaign } from '@/lib/reports/attribution/wins-by-campaign'
import { winsShared } from '@/lib/reports/attribution/wins-shared'
import { type Open, ReportFrame } from '../report-frame'

export const metadata = { title: 'Attribution' }

export default async function AttributionPage({ searchParams }: PageProps<'/dashboard/attribution'>) {
  return (
    <ReportFrame
      actor={await currentActor()}
      path="/dashboard/attribution"
      title="Attribution"
      params={await searchParams}
    >
      {cards}
    </ReportFrame>
  )
}

async function cards({ books, asked, hrefOf, csvHref }: Open) {
  const shared = winsShared(books)
  const byCampaign = await winsByCampaign(books)
  const { wins, byChannel, assist } = shared
  if (wins === 0)
    return (
      <Notice>
        None of the leads created in this period is won, or none that the filters let through. Choose a longer one.
      </Notice>
    )
  // With a filter by touches a list can't tell whose touch is meant.
  const listHref = asked.written.channel || asked.written.campaign ? () => null : hrefOf
  const models = modelsFor(wins)
  return (
    <>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Card title="The wins between the teams">
          <Chart spec={attributionChart(shared)} name="attribution" csvHref={csvHref('attribution')} />
        </Card>
        <AssistCard assist={assist} hrefOf={listHref} />
      </div>
      <AttributionCard
        title="By channel"
        of="Channel"
        wins={wins}
        rows={channelRows(byChannel, wins)}
        models={models}
        hrefOf={listHref}
      >
        {models.includes('shapley') ? '' : `Shapley is said from ${fewestWins} wins on.`}
      </AttributionCard>
      <AttributionCard
        title="By campaign"
        of="Campaign"
        wins={wins}
        rows={campaignRows(byCampaign, wins)}
        models={models.filter((model) => model !== 'shapley')}
        hrefOf={listHref}
      >
        By Shapley campaigns are not compared: touches without a campaign would count as one.
      </AttributionCard>
    </>
  )
}
