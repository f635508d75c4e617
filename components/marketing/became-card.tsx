import { Link } from '@/components/ui/link'
import { formatCount, formatCountOf, formatPercent } from '@/lib/format/format-number'
import { fateWords } from '@/lib/handoffs/filter-words'
import type { HandoffFate } from '@/lib/handoffs/filters'
import type { Became } from '@/lib/handoffs/what-became'
import { CountLink } from '../dashboard/count-link'
import { acceptance } from '../handoffs/became-table'

const fates = ['accepted', 'returned', 'waiting', 'won'] as const satisfies HandoffFate[]

/** What became of the leads that were handed over of late; every number opens its handoffs. */
export function BecameCard({
  title,
  became,
  target,
  hrefOf,
  moreHref,
}: {
  title: string
  became: Became
  /** Percent of the answered offers that Marketing promises to be accepted. */
  target: number
  hrefOf: (filters: Record<string, string>) => string
  moreHref: string
}) {
  const { offered } = became
  const share = acceptance(became)
  return (
    <section>
      <h2 className="mb-1.5 flex items-baseline justify-between gap-3 text-sm font-semibold">
        {title}
        <span className="font-normal text-ink-quiet tabular-nums">
          <CountLink href={hrefOf({})} count={offered} label={`Open ${formatCountOf(offered, 'offered handoff')}`}>
            {formatCount(offered)} offered
          </CountLink>
        </span>
      </h2>
      {offered === 0 ? (
        <p className="text-xs text-ink-quiet">Nothing was handed over in the last 30 days.</p>
      ) : (
        <>
          <dl className="text-sm">
            {fates.map((fate) => (
              <div key={fate} className="flex items-baseline justify-between gap-3 py-1">
                <dt className="text-ink-soft">{fateWords[fate]}</dt>
                <dd className="font-medium tabular-nums">
                  <CountLink
                    href={hrefOf({ fate })}
                    count={became[fate]}
                    label={`${fateWords[fate]}: open ${formatCountOf(became[fate], 'handoff')}`}
                  >
                    {formatCount(became[fate])}
                  </CountLink>
                </dd>
              </div>
            ))}
          </dl>
          {share === null ? null : (
            <p className={`text-xs ${Math.round(share * 100) < target ? 'text-warm-ink' : 'text-ink-quiet'}`}>
              {formatPercent(share)} of the answered ones were accepted; {target}% are promised.
            </p>
          )}
        </>
      )}
      <Link
        href={moreHref}
        className="mt-1 block text-xs font-medium text-ink-soft underline underline-offset-2 hover:text-ink"
      >
        By source, channel and campaign
      </Link>
    </section>
  )
}
