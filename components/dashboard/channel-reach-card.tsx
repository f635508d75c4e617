import { Chart } from '@/components/charts/chart'
import { CountLink, type ListHref } from '@/components/dashboard/count-link'
import { TeamDot } from '@/components/leads/lead-badges'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { EmptyState } from '@/components/ui/empty-state'
import { type Column, DataTable } from '@/components/ui/table'
import { formatCount, formatCountOf, formatDecimal, formatPercent } from '@/lib/format/format-number'
import { channelChart, wholePeriod } from '@/lib/reports/worth/channel-charts'
import type { ChannelReach, Per } from '@/lib/reports/worth/channel-reach'
import { channelsDefinition } from '@/lib/reports/definitions'
import { channels } from '@/lib/touchpoints/channel'
import { ratioOf } from '@/lib/statistics/ratio'

/** How many channels are drawn, the furthest reaching ones. */
const mostDrawn = 6

/** How far each channel reached, how often, and how far it was believed: over the period, and over time. */
export function ChannelReachCard({
  rows,
  per,
  csvHref,
  leadsHref,
  handoffsHref,
}: {
  rows: ChannelReach[]
  per: Per
  csvHref: string
  /** Leads touched in the period. */
  leadsHref: ListHref
  handoffsHref: ListHref
}) {
  const all = wholePeriod(rows)
  const referred = all.find(({ channel }) => channel === 'referral')?.reach ?? 0
  return (
    <Card
      title="Reach and credibility by channel"
      aside={formatCountOf(referred, 'referred lead')}
      flush
      footer={<Definition>{channelsDefinition}</Definition>}
    >
      <DataTable
        caption="Channels, the furthest reaching first"
        columns={columnsOf(leadsHref, handoffsHref)}
        rows={all}
        rowKey={({ channel }) => channel}
        empty={<EmptyState title="No touch in this period" />}
        sticky={false}
      />
      {all.length > 0 ? (
        <div className="grid gap-x-8 gap-y-6 border-t p-4 sm:grid-cols-2 md:p-5 xl:grid-cols-3">
          {all.slice(0, mostDrawn).map(({ channel }) => (
            <section key={channel} className="min-w-0">
              <h3 className="mb-1 text-xs font-medium">{channels[channel].label}</h3>
              <Chart
                spec={channelChart(rows, channel, per)}
                size="third"
                height={150}
                name={`reach-${channel}`}
                csvHref={csvHref}
              />
            </section>
          ))}
        </div>
      ) : null}
    </Card>
  )
}

function columnsOf(leadsHref: ListHref, handoffsHref: ListHref): Column<ChannelReach>[] {
  const number = (key: string, header: string, cell: Column<ChannelReach>['cell']): Column<ChannelReach> => ({
    key,
    header,
    cell,
    align: 'right',
    width: 'w-24 xl:w-34',
    card: 'labelled',
  })
  const share = (count: number, of: number) => (
    <span className="ml-1.5 text-ink-quiet">{formatPercent(ratioOf(count, of))}</span>
  )
  const leads = ({ channel }: ChannelReach, count: number, what: string, filters: Record<string, string>) => (
    <CountLink
      href={leadsHref({ channel, ...filters })}
      count={count}
      label={`${channels[channel].label}, ${what}: open ${formatCountOf(count, 'lead')}`}
    >
      {formatCount(count)}
    </CountLink>
  )
  const handoffs = ({ channel }: ChannelReach, count: number, what: string, filters: Record<string, string>) => (
    <CountLink
      href={handoffsHref({ channel, ...filters })}
      count={count}
      label={`${channels[channel].label}, ${what}: open ${formatCountOf(count, 'handoff')}`}
    >
      {formatCount(count)}
    </CountLink>
  )
  return [
    {
      key: 'channel',
      header: 'Channel',
      cell: ({ channel }) => (
        <span className="inline-flex items-center gap-1.5 font-medium">
          {channels[channel].team === 'marketing' ? (
            <TeamDot team="MARKETING" label="Marketing" />
          ) : (
            <TeamDot team="SALES" label="Sales" />
          )}
          {channels[channel].label}
        </span>
      ),
    },
    { ...number('touches', 'Touches', ({ touches }) => formatCount(touches)), hideBelow: 'lg' },
    number('reach', 'Reached', (row) => leads(row, row.reach, 'reached', {})),
    number('frequency', 'Frequency', ({ touches, reach }) => formatDecimal(ratioOf(touches, reach))),
    number('responded', 'Responded', (row) => (
      <span>
        {leads(row, row.responded, 'responded', { channelFigure: 'engaged' })}
        {share(row.responded, row.reach)}
      </span>
    )),
    {
      ...number('offered', 'Brought handoffs', (row) => handoffs(row, row.offered, 'offered', {})),
      width: 'w-30 xl:w-38',
    },
    {
      ...number('accepted', 'Accepted', (row) => (
        <span>
          {handoffs(row, row.accepted, 'accepted', { fate: 'accepted' })}
          {share(row.accepted, row.answered)}
        </span>
      )),
      width: 'w-28 xl:w-34',
    },
  ]
}
