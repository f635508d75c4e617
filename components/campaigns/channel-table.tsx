import type { ReactNode } from 'react'
import type { ChannelFigures } from '@/lib/campaigns/channel-figures'
import { type Figure, figureLabels, frequency, shareOfReach } from '@/lib/campaigns/figure'
import { formatCount, formatDecimal, formatPercent } from '@/lib/format/format-number'
import { channels } from '@/lib/touchpoints/channel'
import { CountLink } from '../dashboard/count-link'
import { TeamDot } from '../leads/lead-badges'
import { DataTable, type Column } from '../ui/table'

/** Where the leads of a figure of a channel are listed. */
type HrefOf = (channel: ChannelFigures['channel'], figure: Figure) => string

const number = (key: string, header: string, cell: Column<ChannelFigures>['cell']): Column<ChannelFigures> => ({
  key,
  header,
  cell,
  align: 'right',
  width: 'w-21 xl:w-28',
  card: 'labelled',
})

const columnsOf = (hrefOf: HrefOf): Column<ChannelFigures>[] => {
  const figure = (key: Figure, withShare = false) =>
    number(key, figureLabels[key], (row) => (
      <span>
        <CountLink
          href={hrefOf(row.channel, key)}
          count={row[key]}
          label={`${figureLabels[key]}, ${channels[row.channel].label}: ${formatCount(row[key])}`}
        >
          {formatCount(row[key])}
        </CountLink>
        {withShare ? <span className="ml-1.5 text-ink-quiet">{formatPercent(shareOfReach(row, key))}</span> : null}
      </span>
    ))
  return [
    {
      key: 'channel',
      header: 'Channel',
      cell: ({ channel }) => (
        <span className="inline-flex items-center gap-1.5 font-medium">
          <TeamDot {...teamOf(channel)} />
          {channels[channel].label}
        </span>
      ),
    },
    { ...number('touches', 'Touches', ({ touches }) => formatCount(touches)), hideBelow: 'lg' },
    figure('reach'),
    number('frequency', 'Frequency', (row) => formatDecimal(frequency(row))),
    { ...figure('engaged', true), width: 'w-30 xl:w-36' },
    figure('warmed'),
    figure('accepted'),
    { ...figure('hot'), hideBelow: 'lg' },
    figure('won'),
  ]
}

const teamOf = (channel: ChannelFigures['channel']) =>
  channels[channel].team === 'marketing'
    ? ({ team: 'MARKETING', label: 'Marketing' } as const)
    : ({ team: 'SALES', label: 'Sales' } as const)

/** Channels beside each other with what their touches did; every number opens its leads. */
export function ChannelTable({ rows, hrefOf, empty }: { rows: ChannelFigures[]; hrefOf: HrefOf; empty: ReactNode }) {
  return (
    <DataTable
      caption="Channels, the furthest reaching first"
      columns={columnsOf(hrefOf)}
      rows={rows}
      rowKey={({ channel }) => channel}
      empty={empty}
      sticky={false}
    />
  )
}
