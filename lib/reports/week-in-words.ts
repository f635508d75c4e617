import { formatCount, formatCountOf, formatPercent, formatShortDays } from '@/lib/format/format-number'
import type { CohortFigures, HandoffFigures } from '@/lib/reports/figures'
import type { TouchesToWin } from '@/lib/reports/thresholds/touches-to-win'
import type { TrendWeek } from '@/lib/reports/cohort/trend-weeks'
import { ratioOf } from '@/lib/statistics/ratio'

/** The numbers of one week, as the dashboard shows them. */
export type WeekFigures = {
  monday: string
  /** Of all leads, those that took each step in the week. */
  happened: TrendWeek
  /** Of the leads created in the week. */
  cohort: CohortFigures
  touches: Pick<TouchesToWin, 'wins' | 'medianTouches'>
  /** Of the handoffs offered in the week. */
  handoffs: HandoffFigures
  /** Percent of its promises that Sales keeps, and percent of Marketing's offers that is accepted. */
  targets: { sales: number; marketing: number }
}

/** A number of the week, the same of the week before, and what it is a share of. */
export type WeekLine = { label: string; value: string; before: string; sample: string | null }

type Figure = {
  label: string
  value: (week: WeekFigures) => string
  sample?: (week: WeekFigures) => string
}

const share = (part: number, whole: number) => formatPercent(ratioOf(part, whole))
const of = (part: number, whole: number, noun: string) => `${formatCount(part)} of ${formatCount(whole)} ${noun}`

const steps = {
  created: 'New leads',
  warmed: 'Became warm',
  accepted: 'Accepted by Sales',
  hot: 'Became hot',
  won: 'Won',
  lost: 'Lost',
} as const satisfies Partial<Record<keyof TrendWeek, string>>

const happened: Figure[] = Object.entries(steps).map(([step, label]) => ({
  label,
  value: (week) => formatCount(week.happened[step as keyof typeof steps]),
}))

/** The key figures of the dashboard, in its order. */
const keyFigures: Figure[] = [
  {
    label: 'Lead to win',
    value: ({ cohort }) => share(cohort.won, cohort.leads),
    sample: ({ cohort }) => of(cohort.won, cohort.leads, 'leads'),
  },
  {
    label: 'Median days to warm',
    value: ({ cohort: { medianDaysToWarm: days } }) => (days === null ? '–' : formatShortDays(days)),
    sample: ({ cohort }) => of(cohort.warmed, cohort.leads, 'warmed'),
  },
  {
    label: 'Median touches to win',
    value: ({ touches: { medianTouches } }) => (medianTouches === null ? '–' : String(medianTouches)),
    sample: ({ touches }) => formatCountOf(touches.wins, 'win'),
  },
  {
    label: 'Accepted in time',
    value: ({ handoffs }) => share(handoffs.answeredInTime, handoffs.due),
    sample: ({ handoffs, targets }) =>
      `${of(handoffs.answeredInTime, handoffs.due, 'due')}, promise ${formatPercent(targets.sales / 100)}`,
  },
  {
    label: 'Handoffs accepted',
    value: ({ handoffs }) => share(handoffs.accepted, handoffs.answered),
    sample: ({ handoffs, targets }) =>
      `${of(handoffs.accepted, handoffs.answered, 'answered')}, promise ${formatPercent(targets.marketing / 100)}`,
  },
]

/** A week beside the one before: what happened in it, and the key figures of the leads and handoffs that began in it. */
export function weekInWords(week: WeekFigures, before: WeekFigures): { title: string; lines: WeekLine[] }[] {
  const said = (figures: Figure[]): WeekLine[] =>
    figures.map(({ label, value, sample }) => ({
      label,
      value: value(week),
      before: value(before),
      sample: sample?.(week) ?? null,
    }))
  return [
    { title: 'What happened', lines: said(happened) },
    { title: 'Leads and handoffs that began in the week', lines: said(keyFigures) },
  ]
}
