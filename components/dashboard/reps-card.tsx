import { CountLink, type ListHref } from '@/components/dashboard/count-link'
import { RateWithInterval } from '@/components/dashboard/rate-with-interval'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { formatCount, formatCountOf, formatPercent } from '@/lib/format/format-number'
import { formatSpan } from '@/lib/format/format-time'
import { repsDefinition } from '@/lib/reports/definitions'
import type { Picks, RepFigures } from '@/lib/reports/figures'
import { wilsonInterval } from '@/lib/statistics/wilson'

/** What each rep took on and won. */
export function RepsCard({
  reps,
  picks,
  hrefOf,
  handoffsHref,
  promisesHref,
}: {
  reps: RepFigures[]
  picks: Picks
  hrefOf: ListHref
  handoffsHref: ListHref
  promisesHref: ListHref
}) {
  return (
    <Card title="Reps">
      {reps.length === 0 ? (
        <p className="py-2 text-sm text-ink-quiet">No rep accepted or won a lead in this period.</p>
      ) : (
        <table className="w-full text-right text-sm">
          <caption className="sr-only">Leads accepted and won by each rep</caption>
          <thead className="text-xs text-ink-quiet">
            <tr className="align-bottom *:pb-1 *:pl-2 *:font-medium">
              <th scope="col" className="pl-0! text-left">
                Rep
              </th>
              <th scope="col">Accepted</th>
              <th scope="col">Median time</th>
              <th scope="col" className="max-md:hidden">
                Out of order
              </th>
              <th scope="col" className="max-md:hidden">
                Touched in time
              </th>
              <th scope="col">Won</th>
              <th scope="col">Win rate of accepted</th>
            </tr>
          </thead>
          <tbody>
            {reps.map(
              ({
                id,
                name,
                accepted,
                medianAcceptMs,
                picks: picked,
                outOfOrder,
                due,
                kept,
                taken,
                wonOfTaken,
                won,
              }) => (
                <tr key={id} className="*:py-1">
                  <th scope="row" className="max-w-0 truncate text-left font-normal">
                    {name}
                  </th>
                  <td className="w-18 text-ink-soft">
                    <CountLink
                      href={handoffsHref({ fate: 'accepted', rep: id })}
                      count={accepted}
                      label={`${name}: open ${formatCountOf(accepted, 'accepted handoff')}`}
                    >
                      {formatCount(accepted)}
                    </CountLink>
                  </td>
                  <td className="w-17 text-ink-soft">{medianAcceptMs === null ? '–' : formatSpan(medianAcceptMs)}</td>
                  <td className="w-16 text-ink-soft max-md:hidden">
                    {picked === 0 ? (
                      '–'
                    ) : (
                      <CountLink
                        href={handoffsHref({ passedOver: 'true', rep: id })}
                        count={outOfOrder}
                        label={`${name}: open ${formatCountOf(outOfOrder, 'handoff')} taken out of order`}
                      >
                        {formatPercent(outOfOrder / picked)}
                      </CountLink>
                    )}
                  </td>
                  <td className="w-18 text-ink-soft max-md:hidden">
                    {due === 0 ? (
                      '–'
                    ) : (
                      <CountLink
                        href={promisesHref({ promise: 'first_touch', kept: 'yes', rep: id })}
                        count={kept}
                        label={`${name}: open ${formatCountOf(kept, 'handoff')} touched in time, of ${formatCount(due)} due`}
                      >
                        {formatPercent(kept / due)}
                      </CountLink>
                    )}
                  </td>
                  <td className="w-12 font-semibold">
                    <CountLink
                      href={hrefOf({ rep: id, outcome: 'WON' })}
                      count={won}
                      label={`${name}: open ${formatCountOf(won, 'won lead')}`}
                    >
                      {formatCount(won)}
                    </CountLink>
                  </td>
                  <td className="w-30 whitespace-nowrap">
                    {taken === 0 ? (
                      '–'
                    ) : (
                      <RateWithInterval rate={wonOfTaken / taken} interval={wilsonInterval(wonOfTaken, taken)} />
                    )}
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
      {picks.outOfOrder > 0 ? (
        <p className="mt-2 text-sm text-ink-soft">
          <CountLink
            href={handoffsHref({ passedOver: 'true' })}
            count={picks.outOfOrder}
            label={`Open ${formatCountOf(picks.outOfOrder, 'handoff')} taken out of order`}
          >
            {formatCount(picks.outOfOrder)} of {formatCount(picks.picks)}
          </CountLink>{' '}
          were taken while more urgent ones waited
          {picks.medianPassedMs === null || picks.longestPassedMs === null
            ? null
            : `, the first of those for ${formatSpan(picks.medianPassedMs)} at the median and ${formatSpan(picks.longestPassedMs)} at most`}
          .
        </p>
      ) : null}
      <Definition>{repsDefinition}</Definition>
    </Card>
  )
}
