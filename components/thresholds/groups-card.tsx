import { Chart } from '@/components/charts/chart'
import { CountLink, type ListHref } from '@/components/dashboard/count-link'
import { Card } from '@/components/ui/card'
import { formatCount, formatCountOf, formatPercent } from '@/lib/format/format-number'
import { highestChance } from '@/lib/reports/thresholds/chance-words'
import { type Grouping, groupings } from '@/lib/reports/group-names'
import { groupsChart } from '@/lib/reports/thresholds/threshold-charts'
import type { TouchesOfGroup } from '@/lib/reports/thresholds/touches-by-group'
import { fewestWins } from '@/lib/reports/thresholds/touches-to-win'

/** So many groups are told apart, those with the most wins. */
const mostGroups = 8

/** Whether the chances differ by where leads came from: each group by itself, silent below 20 wins. */
export function GroupsCard({
  by,
  groups,
  hrefOf,
  csvHref,
}: {
  by: Grouping
  groups: TouchesOfGroup[]
  hrefOf: ListHref
  csvHref: string
}) {
  const { title, nameOf, filterOf } = groupings[by]
  const named = groups.map((group) => ({ ...group, name: nameOf(group.key) }))
  const shown = named.slice(0, mostGroups)
  return (
    <Card title={title} aside={shown.length < named.length ? `the ${mostGroups} with the most wins` : undefined}>
      {named.some(({ report }) => report.enough) ? (
        <Chart spec={groupsChart(named)} name={`by-${by}`} csvHref={csvHref} />
      ) : (
        <p className="text-sm text-ink-soft">
          None of them has {fewestWins} wins yet, so no curve is drawn: it would be luck.
        </p>
      )}
      {shown.length > 0 ? (
        <div className="mt-2 overflow-x-auto" tabIndex={0} role="region" aria-label={`${title}: the numbers`}>
          <table className="w-full text-right text-sm whitespace-nowrap">
            <thead className="text-xs text-ink-quiet">
              <tr className="*:py-1 *:pl-3 *:font-medium">
                <td />
                <th scope="col">Leads</th>
                <th scope="col">Won</th>
                <th scope="col">Median touches</th>
                <th scope="col">Best touch</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ key, name, leads, report }) => (
                <tr key={name} className="*:border-t *:py-1.5 *:pl-3">
                  <th scope="row" className="pl-0! text-left font-normal text-ink-soft">
                    {name}
                  </th>
                  <td>
                    <CountLink
                      href={hrefOf(filterOf(key))}
                      count={leads}
                      label={`${name}: open ${formatCountOf(leads, 'lead')}`}
                    >
                      {formatCount(leads)}
                    </CountLink>
                  </td>
                  <td className="font-semibold">
                    <CountLink
                      href={hrefOf({ ...filterOf(key), outcome: 'WON' })}
                      count={report.wins}
                      label={`${name}: open ${formatCountOf(report.wins, 'win')}`}
                    >
                      {formatCount(report.wins)}
                    </CountLink>
                  </td>
                  {report.enough ? (
                    <>
                      <td>{report.medianTouches}</td>
                      <td>{best(report.hazard)}</td>
                    </>
                  ) : (
                    <td colSpan={2} className="text-xs text-ink-quiet">
                      {formatCountOf(fewestWins - report.wins, 'more win')} needed
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </Card>
  )
}

function best(hazard: Parameters<typeof highestChance>[0]): string {
  const point = highestChance(hazard)
  return point ? `${point.touch} (${formatPercent(point.hazard)})` : '–'
}
