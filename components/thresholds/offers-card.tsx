import { Chart } from '@/components/charts/chart'
import { CountLink, type ListHref } from '@/components/dashboard/count-link'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { formatCount, formatCountOf, formatPercent } from '@/lib/format/format-number'
import type { HandoffFate } from '@/lib/handoffs/filters'
import type { OffersAtTouches } from '@/lib/reports/figures'
import { offeredChart } from '@/lib/reports/thresholds/threshold-charts'
import { fewestAtRisk } from '@/lib/reports/thresholds/touches-to-win'
import { shareOf } from '@/lib/statistics/wilson'

/** Whether Sales takes, and wins, the leads that it gets with fewer touches as often as those with more. */
export function OffersCard({
  offers,
  handoffsHref,
  csvHref,
}: {
  offers: OffersAtTouches[]
  handoffsHref: ListHref
  csvHref: string
}) {
  const chart = offeredChart(offers)
  const offered = offers.reduce((sum, offer) => sum + offer.offered, 0)
  return (
    <Card title="Handoffs by the touches at the offer" aside={formatCountOf(offered, 'handoff')}>
      {offers.length === 0 ? (
        <p className="text-sm text-ink-quiet">Nothing was offered to Sales in this period.</p>
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          {chart.axis.places.length > 1 ? (
            <Chart spec={chart} name="handoffs-by-touches" csvHref={csvHref} />
          ) : (
            <p className="text-sm text-ink-soft">
              To compare, Sales has to have answered {fewestAtRisk} handoffs at two different numbers of touches. Leads
              that Marketing offers by hand, earlier or later than the rule does, would show what another threshold is
              worth.
            </p>
          )}
          <Numbers offers={offers} handoffsHref={handoffsHref} />
        </div>
      )}
      <Definition>
        Handoffs offered in the period, by the counted touches of the lead at the offer; a second offer of a lead is a
        handoff of its own. Accepted, of those that Sales answered. Won, of those accepted: those that ended with the
        win of the lead; what is still under way counts as not won yet. 95% intervals after Wilson.
      </Definition>
    </Card>
  )
}

function Numbers({ offers, handoffsHref }: { offers: OffersAtTouches[]; handoffsHref: ListHref }) {
  return (
    <div className="max-h-96 overflow-auto" tabIndex={0} role="region" aria-label="Handoffs by touches: the numbers">
      <table className="w-full text-right text-sm whitespace-nowrap">
        <thead className="text-xs text-ink-quiet">
          <tr className="*:py-1 *:pl-3 *:font-medium">
            <th scope="col" className="pl-0! text-left">
              Touches
            </th>
            <th scope="col">Offered</th>
            <th scope="col">Accepted</th>
            <th scope="col">Won</th>
            <th scope="col">Under way</th>
          </tr>
        </thead>
        <tbody>
          {offers.map(({ touches, offered, answered, accepted, won, underWay }) => {
            const link = (count: number, what: string, fate?: HandoffFate) => (
              <CountLink
                href={handoffsHref({ offerTouches: touches, ...(fate ? { fate } : {}) })}
                count={count}
                label={`${formatCountOf(touches, 'touch', 'touches')}, ${what}: open ${formatCountOf(count, 'handoff')}`}
              >
                {formatCount(count)}
              </CountLink>
            )
            return (
              <tr key={touches} className="align-top *:border-t *:py-1.5 *:pl-3">
                <th scope="row" className="pl-0! text-left font-medium">
                  {touches}
                </th>
                <td>{link(offered, 'offered')}</td>
                <td>
                  {link(accepted, 'accepted', 'accepted')} of {link(answered, 'answered', 'answered')}
                  <Rate count={accepted} total={answered} />
                </td>
                <td>
                  {link(won, 'won', 'won')} of {formatCount(accepted)}
                  <Rate count={won} total={accepted} />
                </td>
                <td>{formatCount(underWay)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Rate({ count, total }: { count: number; total: number }) {
  const rate = shareOf(count, total)
  if (!rate) return null
  return (
    <span className="block text-xs text-ink-quiet">
      {formatPercent(rate.share)}, {formatPercent(rate.low)} to {formatPercent(rate.high)}
    </span>
  )
}
