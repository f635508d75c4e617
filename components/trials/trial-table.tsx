import { formatCount, formatDecimal, formatPercent } from '@/lib/format/format-number'
import type { Share } from '@/lib/statistics/wilson'
import { type Compared, compared } from '@/lib/trials/trial-figures'
import type { OffersColumn, TrialReport } from '@/lib/trials/trial-report'

const NAMES: Record<Compared, string> = { real: 'Really', present: 'Present policy', proposed: 'This policy' }

type Row = { label: string; of: (column: OffersColumn) => { value: string; facts?: string } }

const of = (count: number, total: number) => `${formatCount(count)} of ${formatCount(total)}`

const rate = (share: Share | null, count: number, total: number) =>
  share
    ? {
        value: formatPercent(share.share),
        facts: `${of(count, total)}, ${formatPercent(share.low)} to ${formatPercent(share.high)}`,
      }
    : { value: '–' }

const ROWS: Row[] = [
  {
    label: 'Offers a week',
    of: ({ perWeek, offers }) => ({ value: formatDecimal(perWeek), facts: `${formatCount(offers)} in all` }),
  },
  { label: 'Leads offered', of: ({ leads }) => ({ value: formatCount(leads) }) },
  {
    label: 'Accepted, of those answered',
    of: ({ acceptance, accepted, answered }) => rate(acceptance, accepted, answered),
  },
  { label: 'Won, of all', of: ({ winRate, won, leads }) => rate(winRate, won, leads) },
  { label: 'Still open', of: ({ open }) => ({ value: formatCount(open) }) },
  {
    label: 'Waiting for Sales at the end',
    of: ({ queue, longestQueue }) => ({
      value: formatCount(queue),
      facts: `${formatCount(longestQueue)} when they were most`,
    }),
  },
]

/** What really was offered beside what the two policies would have offered. */
export function TrialTable({ report }: { report: TrialReport }) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="The policies side by side">
      <table className="w-full min-w-md text-right text-sm">
        <thead className="text-xs text-ink-quiet">
          <tr className="*:pb-1.5 *:pl-3 *:font-medium">
            <td />
            {compared.map((who) => (
              <th key={who} scope="col" className={who === 'proposed' ? 'text-ink' : ''}>
                {NAMES[who]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ label, of: read }) => (
            <tr key={label} className="align-top *:border-t *:py-1.5 *:pl-3">
              <th scope="row" className="pl-0! text-left font-normal text-ink-soft">
                {label}
              </th>
              {compared.map((who) => {
                const { value, facts } = read(report[who])
                return (
                  <td key={who} className={who === 'proposed' ? 'font-semibold' : ''}>
                    {value}
                    {facts ? <span className="block text-xs font-normal text-ink-quiet">{facts}</span> : null}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
