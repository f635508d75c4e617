import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { formatCount, formatCountOf, formatPercent } from '@/lib/format/format-number'
import { formatSpan } from '@/lib/format/format-time'
import { reasonLabels, returnKindWords } from '@/lib/handoffs/reasons'
import type { HandoffFigures, ReturnsAlike } from '@/lib/reports/figures'

/** What became of the handoffs that were offered in the period, and why some came back. */
export function HandoffsCard({ figures, returns }: { figures: HandoffFigures; returns: ReturnsAlike[] }) {
  const { offered, accepted, answered, withdrawn, waiting, medianAcceptMs } = figures
  const rows = [
    { label: 'Accepted', count: accepted },
    { label: 'Returned without being accepted', count: answered - accepted },
    { label: 'Withdrawn', count: withdrawn },
    { label: 'Waiting', count: waiting },
  ]
  return (
    <Card title="Handoffs" aside={`${formatCount(offered)} offered`}>
      {offered === 0 ? (
        <p className="py-2 text-sm text-ink-quiet">Nothing was offered to Sales in this period.</p>
      ) : (
        <>
          <dl className="flex flex-col text-sm">
            {rows.map(({ label, count }) => (
              <div key={label} className="flex items-baseline gap-3 py-1">
                <dt className="flex-1 text-ink-soft">{label}</dt>
                <dd className="font-semibold">{formatCount(count)}</dd>
                <dd className="w-10 text-right text-xs text-ink-quiet">{formatPercent(count / offered)}</dd>
              </div>
            ))}
          </dl>
          {medianAcceptMs === null ? null : (
            <p className="mt-1 text-xs text-ink-quiet">
              Half of the accepted ones were accepted within {formatSpan(medianAcceptMs)}.
            </p>
          )}
          <Returns returns={returns} />
        </>
      )}
      <Definition>
        Handoffs offered in the period, as they stand at the moment that is read. The four rows add up to those offered.
        The reasons count every return, also of leads that a rep had accepted first.
      </Definition>
    </Card>
  )
}

function Returns({ returns }: { returns: ReturnsAlike[] }) {
  if (returns.length === 0) return null
  const all = returns.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="mt-3 border-t pt-2.5">
      <h3 className="text-xs font-medium text-ink-quiet">Why {formatCountOf(all, 'lead')} came back</h3>
      <ul className="mt-1 text-sm">
        {returns.map(({ kind, reason, count }) => (
          <li key={`${kind} ${reason}`} className="flex items-baseline gap-3 py-0.5">
            <span className="flex-1 text-ink-soft">
              {reasonLabels[reason]}{' '}
              <span className="text-xs text-ink-quiet">· {returnKindWords[kind].label.toLowerCase()}</span>
            </span>
            <span className="font-medium">{formatCount(count)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
