import { CountLink, type ListHref } from '@/components/dashboard/count-link'
import { Definition } from '@/components/ui/definition'
import { formatCount, formatCountOf, formatPercent } from '@/lib/format/format-number'
import type { TouchesToWin } from '@/lib/reports/thresholds/touches-to-win'

/** The rows of the table; more touches than that are rare and stand in the API's answer. */
const mostRows = 60

const OUTCOMES = [
  { name: 'won', outcome: 'WON' },
  { name: 'lost', outcome: 'LOST' },
  { name: 'open', outcome: 'OPEN' },
] as const

const interval = (low: number, high: number) => `${formatPercent(low)} to ${formatPercent(high)}`

/** All numbers of touches to win, folded away: the chart as a table, with the chances where there are wins enough. */
export function TouchesTable({ report, hrefOf }: { report: TouchesToWin; hrefOf: ListHref }) {
  const { histogram, hazard, survival, enough } = report
  if (histogram.length === 0) return null
  return (
    <Definition summary="All numbers, each with its leads" wide>
      <div className="max-h-96 overflow-auto" tabIndex={0} role="region" aria-label="Touches to win as a table">
        <table className="w-full text-right whitespace-nowrap text-ink-soft">
          <caption className="sr-only">
            Leads by their touches up to the close, and the chance that a touch wins
          </caption>
          <thead>
            <tr className="*:py-1 *:pl-2 *:font-medium">
              <th scope="col">Touches</th>
              {OUTCOMES.map(({ name }) => (
                <th key={name} scope="col" className="capitalize">
                  {name}
                </th>
              ))}
              {enough ? (
                <>
                  <th scope="col">Got there</th>
                  <th scope="col">Won at it</th>
                  <th scope="col">95% interval</th>
                  <th scope="col">Not won yet</th>
                  <th scope="col">95% interval</th>
                </>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {histogram.slice(0, mostRows).map((bar, index) => {
              const chance = hazard[index]
              const left = survival[index]
              return (
                <tr key={bar.touches} className="*:border-t *:py-1 *:pl-2">
                  <th scope="row" className="font-medium">
                    {bar.touches}
                  </th>
                  {OUTCOMES.map(({ name, outcome }) => (
                    <td key={name}>
                      <CountLink
                        href={hrefOf({ touchesAtClose: bar.touches, outcome })}
                        count={bar[name]}
                        label={`${formatCountOf(bar.touches, 'touch', 'touches')}, ${name}: open ${formatCountOf(bar[name], 'lead')}`}
                      >
                        {formatCount(bar[name])}
                      </CountLink>
                    </td>
                  ))}
                  {chance && left ? (
                    <>
                      <td>
                        <CountLink
                          href={hrefOf({ touchesAtCloseMin: bar.touches })}
                          count={chance.atRisk}
                          label={`${formatCountOf(bar.touches, 'touch', 'touches')} or more: open ${formatCountOf(chance.atRisk, 'lead')}`}
                        >
                          {formatCount(chance.atRisk)}
                        </CountLink>
                      </td>
                      <td>{formatPercent(chance.hazard)}</td>
                      <td>{interval(chance.low, chance.high)}</td>
                      <td>{formatPercent(left.survival)}</td>
                      <td>{interval(left.low, left.high)}</td>
                    </>
                  ) : null}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Definition>
  )
}
