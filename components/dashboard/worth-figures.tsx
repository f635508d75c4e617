import type { ReactNode } from 'react'
import { formatCountOf, formatDecimal, formatPercent, formatShortMoney } from '@/lib/format/format-number'
import type { Worth } from '@/lib/reports/worth/worth-figures'

export const measureNames = ['rate', 'effort', 'days', 'value'] as const
export type Measure = (typeof measureNames)[number]

/** The figures of a group that may be told, each with its interval; "too few" where there are. */
export const measures = {
  rate: {
    label: 'Win rate',
    cell: ({ winRate }: Worth) =>
      winRate && (
        <Figure
          value={formatPercent(winRate.share)}
          low={formatPercent(winRate.low)}
          high={formatPercent(winRate.high)}
        />
      ),
  },
  effort: {
    label: 'Touches of Sales for a win',
    cell: ({ salesTouchesPerWin: ratio }: Worth) =>
      ratio && (
        <Figure value={formatDecimal(ratio.ratio)} low={formatDecimal(ratio.low)} high={formatDecimal(ratio.high)} />
      ),
  },
  days: {
    label: 'Days to win',
    cell: ({ daysToWin: days }: Worth) =>
      days && <Figure value={formatDays(days.value)} low={formatDays(days.low)} high={formatDays(days.high)} />,
  },
  value: {
    label: 'Value of a win',
    cell: ({ value }: Worth, currency: string | null) =>
      value && (
        <Figure
          value={formatShortMoney(value.ratio, currency ?? '')}
          low={formatShortMoney(value.low, currency ?? '')}
          high={formatShortMoney(value.high, currency ?? '')}
        />
      ),
  },
} satisfies Record<Measure, { label: string; cell: (worth: Worth, currency: string | null) => ReactNode }>

const formatDays = (days: number | null) => (days === null ? 'open' : String(days))

const Figure = ({ value, low, high }: { value: string; low: string; high: string }) => (
  <span className="inline-flex flex-col items-end leading-tight whitespace-nowrap">
    <span className="font-medium">{value}</span>
    <span className="text-xs text-ink-quiet">
      {low} to {high}
    </span>
  </span>
)

/** One figure of a group, or why there is none. */
export function WorthFigure({
  measure,
  worth,
  currency,
}: {
  measure: Measure
  worth: Worth
  currency: string | null
}): ReactNode {
  return measures[measure].cell(worth, currency) ?? <span className="text-ink-quiet">–</span>
}

/** How many a figure is of: "34 of 280". */
export const ofHowMany = ({ wins, leads }: Worth) => `${formatCountOf(wins, 'win')} of ${formatCountOf(leads, 'lead')}`
