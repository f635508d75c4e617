import type { ChartSpec, ChartTone } from '@/lib/charts/chart-spec'
import { type ApproachGroup, approachShort } from '@/lib/reports/worth/approach'
import type { Worth } from '@/lib/reports/worth/worth-figures'
import type { Interval } from '@/lib/statistics/wilson'

type Groups = Record<ApproachGroup, Worth>

const chart = (
  { says, unit, tone, of }: Pick<ChartSpec, 'says' | 'unit'> & { tone: ChartTone; of: ApproachGroup[] },
  name: string,
  valueOf: (group: ApproachGroup) => (Interval & { value: number }) | null,
): ChartSpec => {
  const found = of.map(valueOf)
  return {
    says,
    axis: { label: 'Leads', places: of.map((group) => approachShort[group]) },
    unit,
    series: [
      {
        name,
        tone,
        kind: 'bar',
        values: found.map((one) => one?.value ?? null),
        low: found.map((one) => one?.low ?? null),
        high: found.map((one) => one?.high ?? null),
      },
    ],
  }
}

/** What Sales put into a win, by how it came to the lead. */
export const effortChart = (groups: Groups): ChartSpec =>
  chart(
    {
      says: 'Touches of Sales for a win, by what Marketing had done before, with 95% intervals',
      unit: 'number',
      tone: 'sales',
      of: ['warmed', 'some', 'alone'],
    },
    'Touches of Sales for a win',
    (group) => {
      const effort = groups[group].salesTouchesPerWin
      return effort && { ...effort, value: effort.ratio }
    },
  )

/** What share of the leads was won, by which teams touched them. */
export const winRateChart = (groups: Groups): ChartSpec =>
  chart(
    {
      says: 'Share of the leads won so far, by which teams touched them, with 95% intervals',
      unit: 'share',
      tone: 'won',
      of: ['warmed', 'some', 'alone', 'never'],
    },
    'Won',
    (group) => {
      const rate = groups[group].winRate
      return rate && { ...rate, value: rate.share }
    },
  )
