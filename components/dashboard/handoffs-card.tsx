import { CountLink, type ListHref } from '@/components/dashboard/count-link'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { formatCount, formatCountOf, formatPercent } from '@/lib/format/format-number'
import { formatSpan } from '@/lib/format/format-time'
import { fateWords } from '@/lib/handoffs/filter-words'
import type { HandoffFate } from '@/lib/handoffs/filters'
import { reasonLabels, returnKindWords } from '@/lib/handoffs/reasons'
import type { HandoffTimes } from '@/lib/reports/handoffs/handoff-times'
import type { HandoffFigures, ReturnsAlike } from '@/lib/reports/figures'

/** Less is no waiting. */
const instantMs = 60_000

/** What became of the handoffs that were offered in the period, and why some came back. */
export function HandoffsCard({
  figures,
  times,
  returns,
  hrefOf,
}: {
  figures: HandoffFigures
  times: HandoffTimes
  returns: ReturnsAlike[]
  hrefOf: ListHref
}) {
  const { offered, accepted, answered, withdrawn, waiting } = figures
  const rows: { fate: HandoffFate; count: number }[] = [
    { fate: 'accepted', count: accepted },
    { fate: 'refused', count: answered - accepted },
    { fate: 'withdrawn', count: withdrawn },
    { fate: 'waiting', count: waiting },
  ]
  return (
    <Card
      title="Handoffs"
      aside={
        <CountLink href={hrefOf({})} count={offered} label={`Open ${formatCountOf(offered, 'offered handoff')}`}>
          {formatCount(offered)} offered
        </CountLink>
      }
    >
      {offered === 0 ? (
        <p className="py-2 text-sm text-ink-quiet">Nothing was offered to Sales in this period.</p>
      ) : (
        <>
          <dl className="flex flex-col text-sm">
            {rows.map(({ fate, count }) => (
              <div key={fate} className="flex items-baseline gap-3 py-1">
                <dt className="flex-1 text-ink-soft">{fateWords[fate]}</dt>
                <dd className="font-semibold">
                  <CountLink
                    href={hrefOf({ fate })}
                    count={count}
                    label={`${fateWords[fate]}: open ${formatCountOf(count, 'handoff')}`}
                  >
                    {formatCount(count)}
                  </CountLink>
                </dd>
                <dd className="w-10 text-right text-xs text-ink-quiet">{formatPercent(count / offered)}</dd>
              </div>
            ))}
          </dl>
          <Times rows={timesOf(times, figures)} />
          <Returns returns={returns} hrefOf={hrefOf} />
        </>
      )}
      <Definition>
        Handoffs offered in the period, as they stand at the moment that is read. The four rows add up to those offered.
        The reasons count every return, also of leads that a rep had accepted first. The times are those of half of the
        leads, by the clock on the wall: from the touch that made a lead warm, as it was logged, to the offer by the
        rule, which is Baton’s own time; from the offer to the acceptance, and to the first touch by Sales, which are
        people’s.
      </Definition>
    </Card>
  )
}

const timesOf = ({ warmToOffered, offeredToTouched }: HandoffTimes, { accepted, medianAcceptMs }: HandoffFigures) => [
  { label: 'Warm to offered, by Baton', ms: warmToOffered.ms, of: warmToOffered.of },
  { label: 'Offered to accepted', ms: medianAcceptMs, of: accepted },
  { label: 'Offered to touched by Sales', ms: offeredToTouched.ms, of: offeredToTouched.of },
]

/** How long leads waited at the median, and of how many leads that is. */
function Times({ rows }: { rows: { label: string; ms: number | null; of: number }[] }) {
  const known = rows.flatMap(({ ms, ...row }) => (ms === null ? [] : [{ ...row, ms }]))
  if (known.length === 0) return null
  return (
    <dl className="mt-3 border-t pt-2.5 text-sm">
      {known.map(({ label, ms, of }) => (
        <div key={label} className="flex items-baseline gap-3 py-0.5">
          <dt className="flex-1 text-ink-soft">{label}</dt>
          <dd className="font-medium">{ms < instantMs ? 'at once' : formatSpan(ms)}</dd>
          <dd className="w-10 text-right text-xs text-ink-quiet">of {formatCount(of)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Returns({ returns, hrefOf }: { returns: ReturnsAlike[]; hrefOf: ListHref }) {
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
            <span className="font-medium">
              <CountLink
                href={hrefOf({ kind, reason })}
                count={count}
                label={`${reasonLabels[reason]}, ${kind}: open ${formatCountOf(count, 'handoff')}`}
              >
                {formatCount(count)}
              </CountLink>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
