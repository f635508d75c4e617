import { ChannelReachCard } from '@/components/dashboard/channel-reach-card'
import { ClaimsCards } from '@/components/dashboard/claims-cards'
import { WorthCard } from '@/components/dashboard/worth-card'
import { type Measure, measureNames } from '@/components/dashboard/worth-figures'
import { type PartWords, WorthPartsCard } from '@/components/dashboard/worth-parts-card'
import { Notice } from '@/components/ui/notice'
import { hrefWith } from '@/components/ui/search-params'
import { currentActor } from '@/lib/access/current-actor'
import { addMonths } from '@/lib/calendar-day'
import { type PageParams, wordParam } from '@/lib/page-params'
import { perOf } from '@/lib/reports/worth/channel-charts'
import { channelReach } from '@/lib/reports/worth/channel-reach'
import { worthReport } from '@/lib/reports/worth/worth'
import { type Open, ReportFrame } from '../report-frame'

export const metadata = { title: 'What Marketing is worth to Sales' }

const path = '/dashboard/worth'

export default async function WorthPage({ searchParams }: PageProps<'/dashboard/worth'>) {
  const params = await searchParams
  return (
    <ReportFrame actor={await currentActor()} path={path} title="What Marketing is worth to Sales" params={params}>
      {(open) => cards(open, params)}
    </ReportFrame>
  )
}

async function cards({ books, asked, hrefOf, leadsHref, handoffsHref, csvHref }: Open, params: PageParams) {
  const { chosen, written } = asked
  const per = perOf(chosen)
  const worth = await worthReport(books)
  const reach = channelReach(books, per)
  const { groups, bySource, byQuarter, currency } = worth
  const measure = wordParam(params, 'measure', measureNames)
  const parts = {
    measure,
    measureHref: (each: Measure) => hrefWith(path, params, { measure: each === 'rate' ? null : each }),
    currency,
  }
  const touched = { touchedFrom: chosen.from ?? null, touchedTo: chosen.to ?? null }
  const touchedHref = (filters: Record<string, string | number>) =>
    written.channel ? null : leadsHref({ ...filters, ...withoutNull(touched) })
  return (
    <>
      {bySource.length === 0 ? (
        <Notice>No lead was created in this period, or none that the filters let through. Choose a longer one.</Notice>
      ) : null}
      <ClaimsCards groups={groups} csvHref={csvHref} />
      <WorthCard groups={groups} currency={currency} hrefOf={hrefOf} />
      {bySource.length > 0 ? (
        <div className="grid items-start gap-4 2xl:grid-cols-2">
          <WorthPartsCard title="By source" parts={bySource} words={bySourceWords} hrefOf={hrefOf} {...parts} />
          <WorthPartsCard
            title="By quarter of creation"
            parts={byQuarter}
            words={quarterWords(chosen)}
            hrefOf={leadsHref}
            {...parts}
          />
        </div>
      ) : null}
      <ChannelReachCard
        rows={reach}
        per={per}
        csvHref={csvHref('channel-reach')}
        leadsHref={touchedHref}
        handoffsHref={handoffsHref}
      />
    </>
  )
}

const withoutNull = (filters: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(filters).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))

const bySourceWords: PartWords = {
  of: 'Source',
  labelOf: (key) => key ?? 'Without a source',
  filtersOf: (key): Record<string, string> => (key === null ? { noSource: 'yes' } : { source: key }),
}

/** A quarter at an end of the period is the part of it that lies within. */
const quarterWords = ({ from, to }: { from?: string; to?: string }): PartWords => ({
  of: 'Quarter',
  labelOf: (key) => `Q${Math.ceil(Number(key?.slice(5, 7)) / 3)} ${key?.slice(0, 4)}`,
  filtersOf: (key) => {
    const [begins, ends] = [key ?? '', addMonths(key ?? '', 3)]
    return {
      createdFrom: from !== undefined && from > begins ? from : begins,
      createdTo: to !== undefined && to < ends ? to : ends,
    }
  },
})
