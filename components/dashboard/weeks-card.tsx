import { CountLink, type ListHref } from '@/components/dashboard/count-link'
import { verdictTones } from '@/components/dashboard/verdict-tones'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/table'
import { addDays } from '@/lib/calendar-day'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { formatSpan } from '@/lib/format/format-time'
import type { Alignment } from '@/lib/reports/alignment/alignment'
import { verdictLabels } from '@/lib/reports/alignment/alignment-words'
import { dayWords } from '@/lib/reports/presets'

/** So many weeks have a row, the last ones; the charts have all of them. */
const mostRows = 26

/** The weeks one by one, the newest first. */
export function WeeksCard({
  weeks,
  leadsHref,
  handoffsHref,
}: {
  weeks: Alignment[]
  leadsHref: ListHref
  handoffsHref: ListHref
}) {
  const rows = weeks.slice(-mostRows).reverse()
  return (
    <Card
      title="The weeks"
      aside={rows.length < weeks.length ? `the last ${mostRows} of ${formatCountOf(weeks.length, 'week')}` : null}
      flush
    >
      <DataTable
        caption="Weeks, the newest first"
        columns={columnsOf(leadsHref, handoffsHref)}
        rows={rows}
        rowKey={({ monday }) => monday}
        empty={null}
        sticky={false}
      />
    </Card>
  )
}

function columnsOf(leadsHref: ListHref, handoffsHref: ListHref): Column<Alignment>[] {
  const number = (key: string, header: string, cell: Column<Alignment>['cell']): Column<Alignment> => ({
    key,
    header,
    cell,
    align: 'right',
    width: 'w-22 xl:w-28',
    card: 'labelled',
  })
  const opens = (
    { monday }: Alignment,
    href: ListHref,
    [from, to]: [string, string],
    count: number,
    what: string,
    filters: Record<string, string> = {},
  ) => (
    <CountLink
      href={href({ ...filters, [from]: monday, [to]: addDays(monday, 7) })}
      count={count}
      label={`Week of ${dayWords(monday)}, ${what}: open ${formatCount(count)}`}
    >
      {formatCount(count)}
    </CountLink>
  )
  return [
    { key: 'week', header: 'Week of', cell: ({ monday }) => <span className="font-medium">{dayWords(monday)}</span> },
    number('made', 'Made warm', (week) => opens(week, leadsHref, ['warmedFrom', 'warmedTo'], week.made, 'made warm')),
    number('offered', 'Offered', (week) =>
      opens(week, handoffsHref, ['offeredFrom', 'offeredTo'], week.offered, 'offered'),
    ),
    number('taken', 'Taken', (week) => opens(week, handoffsHref, ['acceptedFrom', 'acceptedTo'], week.taken, 'taken')),
    number('capacity', 'A good week', ({ capacity }) => (capacity === null ? '–' : formatCount(capacity))),
    number('waiting', 'Waiting at its end', ({ waiting }) => formatCount(waiting)),
    number('overdue', 'Overdue', ({ overdue }) => formatCount(overdue)),
    number('wait', 'Median wait', ({ medianWaitMs }) => (medianWaitMs === null ? '–' : formatSpan(medianWaitMs))),
    {
      key: 'verdict',
      header: 'Verdict',
      width: 'w-56',
      cell: ({ verdict }) =>
        verdict === null ? (
          <span className="text-ink-quiet">Too early to tell</span>
        ) : (
          <Badge tone={verdictTones[verdict].tone} icon={verdictTones[verdict].icon}>
            {verdictLabels[verdict]}
          </Badge>
        ),
    },
  ]
}
