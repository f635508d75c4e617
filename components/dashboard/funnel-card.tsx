import { CountLink, type ListHref } from '@/components/dashboard/count-link'
import { Bar, type BarTone } from '@/components/dashboard/bar'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { formatCount, formatCountOf, formatPercent } from '@/lib/format/format-number'
import { funnelDefinition } from '@/lib/reports/definitions'
import type { FunnelRow } from '@/lib/reports/cohort/funnel-books'
import type { FunnelPlace, FunnelStep } from '@/lib/reports/cohort/funnel-step'

const WORDS: Record<FunnelStep, { label: string; tone: BarTone; base: string }> = {
  created: { label: 'New leads', tone: 'new', base: '' },
  warm: { label: 'Warm', tone: 'warm', base: 'of new leads' },
  accepted: { label: 'Accepted', tone: 'neutral', base: 'of warm' },
  hot: { label: 'Hot', tone: 'hot', base: 'of accepted' },
  won: { label: 'Won', tone: 'won', base: 'of hot' },
}

const BOOKS: { place: FunnelPlace; label: string }[] = [
  { place: 'entered', label: 'Entered' },
  { place: 'advanced', label: 'Advanced' },
  { place: 'lost', label: 'Lost' },
  { place: 'recycled', label: 'Recycled' },
  { place: 'stillHere', label: 'Still here' },
  { place: 'skipped', label: 'Skipped' },
]

/** What a phone has no room for. */
const HIDE: Partial<Record<FunnelPlace, string>> = { skipped: 'max-md:hidden' }

/** The funnel of a period: a bar a step, and below it the books, which close. Every number opens its leads. */
export function FunnelCard({ steps, hrefOf }: { steps: FunnelRow[]; hrefOf: ListHref }) {
  const most = steps[0]?.entered ?? 0
  return (
    <Card title="From cold to won" aside={formatCountOf(most, 'lead')}>
      <ul className="flex flex-col gap-1.5">
        {steps.map(({ step, entered, rate }) => (
          <li
            key={step}
            className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-center gap-x-2 text-sm md:grid-cols-[5.5rem_minmax(0,1fr)]"
          >
            <span className="text-ink-soft">{WORDS[step].label}</span>
            <span className="grid grid-cols-[minmax(0,1fr)_5.5rem] items-center gap-x-3 md:grid-cols-[minmax(0,1fr)_10.5rem]">
              <Bar share={most > 0 ? entered / most : 0} tone={WORDS[step].tone} />
              <span className="whitespace-nowrap">
                <CountLink
                  href={hrefOf({ step, at: 'entered' })}
                  count={entered}
                  label={`${WORDS[step].label}: open ${formatCountOf(entered, 'lead')}`}
                >
                  <span className="font-semibold">{formatCount(entered)}</span>
                </CountLink>
                {rate === null ? null : (
                  <span className="ml-2 text-xs text-ink-quiet">
                    {formatPercent(rate)} <span className="max-md:sr-only">{WORDS[step].base}</span>
                  </span>
                )}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <FunnelTable steps={steps} hrefOf={hrefOf} />
      <Definition>{funnelDefinition}</Definition>
    </Card>
  )
}

function FunnelTable({ steps, hrefOf }: { steps: FunnelRow[]; hrefOf: ListHref }) {
  return (
    <div className="mt-4 mb-1 overflow-x-auto">
      <table className="w-full text-right text-2xs md:text-xs">
        <caption className="caption-bottom pt-1.5 text-left text-2xs text-ink-quiet">
          Each row closes: entered = advanced + lost + recycled + still here.
        </caption>
        <thead className="text-ink-quiet">
          <tr>
            <th scope="col" className="py-1 pr-2 text-left font-medium">
              Step
            </th>
            {BOOKS.map(({ place, label }) => (
              <th key={place} scope="col" className={`py-1 pl-1 align-bottom font-medium md:pl-2 ${HIDE[place] ?? ''}`}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((row) => (
            <tr key={row.step} className="*:border-t">
              <th scope="row" className="py-1.5 pr-2 text-left font-normal whitespace-nowrap text-ink-soft">
                {WORDS[row.step].label}
              </th>
              {BOOKS.map(({ place, label }) => (
                <td key={place} className={`py-1.5 pl-1 md:pl-2 ${HIDE[place] ?? ''}`}>
                  <CountLink
                    href={hrefOf({ step: row.step, at: place })}
                    count={row[place]}
                    label={`${WORDS[row.step].label}, ${label.toLowerCase()}: open ${formatCountOf(row[place], 'lead')}`}
                  >
                    {formatCount(row[place])}
                  </CountLink>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
