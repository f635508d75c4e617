import type { ChartSpec, ChartTone } from '@/lib/charts/chart-spec'
import type { OffersAtTouches } from '@/lib/reports/figures'
import { fewestAtRisk, type TouchesToWin } from '@/lib/reports/thresholds/touches-to-win'
import type { ScoringPolicy } from '@/lib/scoring/policy'
import { shareOf } from '@/lib/statistics/wilson'

type Thresholds = Pick<ScoringPolicy, 'warmAt' | 'hotAt'>

/** The touches that enough leads reached to draw them, from 0. */
const drawn = ({ hazard }: TouchesToWin) => hazard.findLastIndex(({ atRisk }) => atRisk >= fewestAtRisk) + 1

const axisOf = (touches: number[]) => ({ label: 'Touches', places: touches.map(String) })

/** The chance of winning at each touch, of those who reached it. */
export function hazardChart(report: TouchesToWin, { warmAt, hotAt }: Thresholds): ChartSpec {
  const points = report.hazard.slice(1, Math.max(1, drawn(report)))
  const place = (touch: number) => points.findIndex((point) => point.touch === touch)
  return {
    says: 'The chance that a lead is won at each touch, of those that reached it',
    axis: axisOf(points.map(({ touch }) => touch)),
    unit: 'share',
    series: [
      {
        name: 'Won at this touch',
        tone: 'won',
        kind: 'bar',
        values: points.map(({ hazard }) => hazard),
        low: points.map(({ low }) => low),
        high: points.map(({ high }) => high),
      },
    ],
    marks: [
      { at: place(warmAt), label: 'Warm' },
      { at: place(hotAt), label: 'Hot' },
    ].filter(({ at }) => at >= 0),
  }
}

/** The share not won yet after each touch. */
export function survivalChart(report: TouchesToWin): ChartSpec {
  const points = report.survival.slice(0, drawn(report))
  return {
    says: 'The share of leads not won yet after each touch',
    axis: axisOf(points.map(({ touch }) => touch)),
    unit: 'share',
    series: [
      {
        name: 'Not won yet',
        tone: 'ink',
        kind: 'steps',
        values: points.map(({ survival }) => survival),
        low: points.map(({ low }) => low),
        high: points.map(({ high }) => high),
      },
    ],
  }
}

/** The shares won, lost and open after each touch. */
export function incidenceChart(report: TouchesToWin): ChartSpec {
  const points = report.incidence.slice(0, drawn(report))
  const ended = (end: 'won' | 'lost') => ({
    tone: end,
    kind: 'steps' as const,
    values: points.map((point) => point[end].share),
    low: points.map((point) => point[end].low),
    high: points.map((point) => point[end].high),
  })
  return {
    says: 'The shares of leads won, lost and still open after each touch',
    axis: axisOf(points.map(({ touch }) => touch)),
    unit: 'share',
    series: [
      { name: 'Won', ...ended('won') },
      { name: 'Lost', ...ended('lost') },
      { name: 'Open', tone: 'quiet', kind: 'steps', values: points.map(({ open }) => open) },
    ],
  }
}

/** Leads by their touches and what became of them. */
export const histogramChart = ({ histogram }: TouchesToWin): ChartSpec => ({
  says: 'Leads by their touches up to the close, of open leads up to now',
  axis: axisOf(histogram.map(({ touches }) => touches)),
  unit: 'count',
  series: [
    { name: 'Won', tone: 'won', kind: 'bar', stack: 'leads', values: histogram.map(({ won }) => won) },
    { name: 'Lost', tone: 'lost', kind: 'bar', stack: 'leads', values: histogram.map(({ lost }) => lost) },
    { name: 'Open', tone: 'quiet', kind: 'bar', stack: 'leads', values: histogram.map(({ open }) => open) },
  ],
})

const groupTones: ChartTone[] = ['ink', 'warm', 'sales', 'marketing']

/** The curves of the groups that have wins enough, at most four. */
export function groupsChart(groups: { name: string; report: TouchesToWin }[]): ChartSpec {
  const shown = groups.filter(({ report }) => report.enough).slice(0, groupTones.length)
  const longest = Math.max(0, ...shown.map(({ report }) => drawn(report)))
  const places = Array.from({ length: longest }, (_, touch) => touch)
  return {
    says: 'The share of leads not won yet after each touch, by group',
    axis: axisOf(places),
    unit: 'share',
    series: shown.map(({ name, report }, index) => {
      const points = report.survival.slice(0, drawn(report))
      return {
        name,
        tone: groupTones[index] ?? 'ink',
        kind: 'steps' as const,
        values: places.map((touch) => points[touch]?.survival ?? null),
        low: places.map((touch) => points[touch]?.low ?? null),
        high: places.map((touch) => points[touch]?.high ?? null),
      }
    }),
  }
}

/** What became of handoffs by the touches at the offer, where Sales answered twenty or more. */
export function offeredChart(all: OffersAtTouches[]): ChartSpec {
  const offers = all.filter(({ answered }) => answered >= fewestAtRisk)
  const accepted = offers.map((offer) => shareOf(offer.accepted, offer.answered))
  const won = offers.map((offer) => shareOf(offer.won, offer.accepted))
  const series = (shares: typeof accepted) => ({
    kind: 'line' as const,
    values: shares.map((one) => one?.share ?? null),
    low: shares.map((one) => one?.low ?? null),
    high: shares.map((one) => one?.high ?? null),
  })
  return {
    says: 'Handoffs accepted, of those answered, and won, of those accepted, by the touches at the offer',
    axis: { label: 'Touches at the offer', places: offers.map(({ touches }) => String(touches)) },
    unit: 'share',
    series: [
      { name: 'Accepted', tone: 'sales', ...series(accepted) },
      { name: 'Won', tone: 'won', ...series(won) },
    ],
  }
}
