import { CountLink, type ListHref } from '@/components/dashboard/count-link'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { formatCount, formatCountOf, formatPercent } from '@/lib/format/format-number'
import { formatSpan } from '@/lib/format/format-time'
import type { Picks, RepFigures } from '@/lib/reports/figures'

/** What each rep took on and won. */
export function RepsCard({
  reps,
  picks,
  hrefOf,
  handoffsHref,
}: {
  reps: RepFigures[]
  picks: Picks
  hrefOf: ListHref
  handoffsHref: ListHref
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
              <th scope="col">Out of order</th>
              <th scope="col">Won</th>
            </tr>
          </thead>
          <tbody>
            {reps.map(({ id, name, accepted, medianAcceptMs, picks: taken, outOfOrder, won }) => (
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
                <td className="w-16 text-ink-soft">
                  {taken === 0 ? (
                    '–'
                  ) : (
                    <CountLink
                      href={handoffsHref({ passedOver: 'true', rep: id })}
                      count={outOfOrder}
                      label={`${name}: open ${formatCountOf(outOfOrder, 'handoff')} taken out of order`}
                    >
                      {formatPercent(outOfOrder / taken)}
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
              </tr>
            ))}
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
      <Definition>
        Accepted: handoffs offered in the period that the rep accepted; median time: from the offer to then. Out of
        order: the share that the rep took while an offer that was due earlier waited and was open to them; what a
        manager gave is left out. Won: leads created in the period that are won and have this rep.
      </Definition>
    </Card>
  )
}
