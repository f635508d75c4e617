import { Radio } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { CampaignTabs } from '@/components/campaigns/campaign-tabs'
import { ChannelTable } from '@/components/campaigns/channel-table'
import { PeriodBar } from '@/components/dashboard/period-bar'
import { Definition } from '@/components/ui/definition'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { hrefWith } from '@/components/ui/search-params'
import type { Actor } from '@/lib/access/actor'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { todayIn } from '@/lib/calendar-day'
import { channelFigures } from '@/lib/campaigns/channel-figures'
import { channelDefinitions } from '@/lib/campaigns/campaign-words'
import { figureLabels, figures } from '@/lib/campaigns/figure'
import { periodParams } from '@/lib/page-params'
import { type ChosenPeriod, choosePeriod, daysInWords } from '@/lib/reports/presets'
import { companySettings } from '@/lib/settings/queries'
import { allChannels, channels } from '@/lib/touchpoints/channel'

export const metadata: Metadata = { title: 'Channels' }

const here = '/campaigns/channels'
/** A year of touches takes long to count where there are millions, so the page begins with less. */
const firstPeriod = '90d'

export default async function ChannelsPage({ searchParams }: PageProps<'/campaigns/channels'>) {
  const actor = await currentActor()
  if (!can(actor, 'campaign.edit')) notFound()
  const params = await searchParams
  const { timeZone } = await companySettings()
  const chosen = choosePeriod(periodParams(params), todayIn(timeZone, new Date()), firstPeriod)
  return (
    <>
      <PageHeader title="Channels" subline={`Touches of ${daysInWords(chosen)}`} />
      <CampaignTabs active={here} />
      <PeriodBar path={here} chosen={chosen} first={firstPeriod} />
      <Suspense
        key={`${chosen.from} ${chosen.to}`}
        fallback={<p className="px-4 py-14 text-center text-sm text-ink-quiet md:px-6">Counting the touches…</p>}
      >
        <Channels actor={actor} chosen={chosen} timeZone={timeZone} />
      </Suspense>
    </>
  )
}

async function Channels({ actor, chosen, timeZone }: { actor: Actor; chosen: ChosenPeriod; timeZone: string }) {
  const rows = await channelFigures(actor, chosen, timeZone)
  const quiet = allChannels.filter((channel) => rows.every((row) => row.channel !== channel))
  const days = { touchedFrom: chosen.from ?? null, touchedTo: chosen.to ?? null }
  return (
    <>
      <ChannelTable
        rows={rows}
        hrefOf={(channel, channelFigure) => hrefWith('/leads', {}, { channel, channelFigure, ...days })}
        empty={
          <EmptyState icon={<Radio />} title="No touch in these days">
            Choose a longer period. Touches that are logged or imported appear here by their channel.
          </EmptyState>
        }
      />
      {rows.length > 0 ? (
        <div className="px-4 py-3 md:px-6">
          {quiet.length > 0 ? (
            <p className="pb-1 text-xs text-ink-quiet">
              Without a touch: {quiet.map((channel) => channels[channel].label).join(', ')}.
            </p>
          ) : null}
          <Definition summary="How these are counted">
            Of the touches that happened in the period. Each lead is counted once on each channel that touched it, so
            channels do not add up.{' '}
            {figures.map((name) => `${figureLabels[name]}: ${channelDefinitions[name]}.`).join(' ')} Frequency: touches
            per reached lead. The percentage is the share of the reached leads that responded. Touches of the very same
            moment share a milestone. Voided touches and deleted leads are left out.
          </Definition>
        </div>
      ) : null}
    </>
  )
}
