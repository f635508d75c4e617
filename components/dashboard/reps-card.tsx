import { CountLink, type ListHref } from '@/components/dashboard/count-link'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { formatSpan } from '@/lib/format/format-time'
import type { RepFigures } from '@/lib/reports/figures'

/** What each rep took on and won. */
export function RepsCard({
  reps,
  hrefOf,
  handoffsHref,
}: {
  reps: RepFigures[]
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
            <tr className="*:pb-1 *:font-medium">
              <th scope="col" className="text-left">
                Rep
              </th>
              <th scope="col">Accepted</th>
              <th scope="col">Median time</th>
              <th scope="col">Won</th>
            </tr>
          </thead>
          <tbody>
            {reps.map(({ id, name, accepted, medianAcceptMs, won }) => (
              <tr key={id} className="*:py-1">
                <th scope="row" className="max-w-0 truncate text-left font-normal">
                  {name}
                </th>
                <td className="w-20 text-ink-soft">
                  <CountLink
                    href={handoffsHref({ fate: 'accepted', rep: id })}
                    count={accepted}
                    label={`${name}: open ${formatCountOf(accepted, 'accepted handoff')}`}
                  >
                    {formatCount(accepted)}
                  </CountLink>
                </td>
                <td className="w-24 text-ink-soft">{medianAcceptMs === null ? '–' : formatSpan(medianAcceptMs)}</td>
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
      <Definition>
        Accepted: handoffs offered in the period that the rep accepted; median time: from the offer to then. Won: leads
        created in the period that are won and have this rep.
      </Definition>
    </Card>
  )
}
