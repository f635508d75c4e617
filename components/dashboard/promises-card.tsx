import { CountLink, type ListHref } from '@/components/dashboard/count-link'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { formatCount, formatCountOf, formatPercent } from '@/lib/format/format-number'
import { promiseWords } from '@/lib/handoffs/filter-words'
import type { PromiseFigures } from '@/lib/reports/handoffs/promise-report'

/** How both teams kept what they promised each other, and the handoffs behind each number. */
export function PromisesCard({
  promises,
  salesTarget,
  hrefOf,
}: {
  promises: PromiseFigures[]
  /** Percent of its promises that Sales keeps. */
  salesTarget: number
  hrefOf: ListHref
}) {
  const due = promises.reduce((sum, { kept, broken }) => sum + kept + broken, 0)
  return (
    <Card title="Promises" aside={`${formatCount(due)} due`}>
      {due === 0 ? (
        <p className="py-2 text-sm text-ink-quiet">Nothing that was promised was due in this period.</p>
      ) : (
        <dl className="flex flex-col text-sm">
          {promises.map((figures) => (
            <Kind key={figures.promise} figures={figures} hrefOf={hrefOf} />
          ))}
        </dl>
      )}
      <Definition>
        Promises that were due in the period, in working time, as they stand at the moment that is read. In time is what
        happened by then, whenever it was logged; an offer that was withdrawn and a lead that was closed before it was
        due count as neither. Sales aims to keep {salesTarget}%.
      </Definition>
    </Card>
  )
}

function Kind({ figures: { promise, kept, broken, open }, hrefOf }: { figures: PromiseFigures; hrefOf: ListHref }) {
  const due = kept + broken
  const number = (count: number, word: 'yes' | 'no', text: string) => (
    <CountLink
      href={hrefOf({ promise, kept: word })}
      count={count}
      label={`${promiseWords[promise]}, ${text}: open ${formatCountOf(count, 'handoff')}`}
    >
      {formatCount(count)} {text}
    </CountLink>
  )
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 border-t border-line py-2 first:border-t-0">
      <dt className="text-ink-soft">{promiseWords[promise]}</dt>
      <dd className="font-semibold">{due === 0 ? '–' : formatPercent(kept / due)}</dd>
      <dd className="col-span-2 mt-0.5 text-xs text-ink-quiet">
        {due === 0 ? (
          'nothing was due'
        ) : (
          <>
            {number(kept, 'yes', 'in time')}, {number(broken, 'no', 'not')}
            {open > 0 ? `, ${formatCount(open)} of them still open` : ''}
          </>
        )}
      </dd>
    </div>
  )
}
