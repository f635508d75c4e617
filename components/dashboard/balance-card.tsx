import { BalanceBar } from '@/components/dashboard/bar'
import { TeamDot } from '@/components/leads/lead-badges'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import type { BalanceRow } from '@/lib/reports/cohort/balance'

/** How the touching was shared between the teams, by what became of the leads. */
export function BalanceCard({ rows }: { rows: BalanceRow[] }) {
  return (
    <Card title="Balance of Marketing and Sales">
      <table className="w-full text-sm">
        <caption className="sr-only">Shares of the teams in the touches, in percent</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Leads</th>
            <th scope="col">Shares</th>
            <th scope="col">Marketing and Sales, percent</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const touches = row.marketingTouches + row.salesTouches
            const marketing = Math.round((row.marketingTouches / touches) * 100)
            return (
              <tr key={row.label}>
                <th scope="row" className="w-24 py-1 text-left font-normal text-ink-soft">
                  {row.label}
                </th>
                <td
                  className="py-1"
                  title={`${formatCountOf(row.leads, 'lead')}, ${formatCountOf(touches, 'touch', 'touches')}`}
                >
                  {touches > 0 ? <BalanceBar marketing={row.marketingTouches} sales={row.salesTouches} /> : null}
                </td>
                <td className="w-20 py-1 text-right whitespace-nowrap">
                  {touches > 0 ? (
                    `${marketing} / ${100 - marketing}`
                  ) : (
                    <span className="text-xs text-ink-quiet">{row.leads > 0 ? 'no touches' : 'no leads'}</span>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className="mt-2 flex gap-4 text-xs text-ink-quiet">
        <span className="inline-flex items-center gap-1.5">
          <TeamDot team="MARKETING" /> Marketing
        </span>
        <span className="inline-flex items-center gap-1.5">
          <TeamDot team="SALES" /> Sales
        </span>
      </div>
      <Definition>
        Of all counted touches of the leads created in the period, the share on channels of each team:{' '}
        {rows.map(({ label, leads }) => `${label.toLowerCase()} ${formatCount(leads)}`).join(', ')} leads.
      </Definition>
    </Card>
  )
}
