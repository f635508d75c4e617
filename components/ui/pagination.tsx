import { ChevronLeft, ChevronRight } from 'lucide-react'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { LinkButton, buttonClass } from './button'

/** Which part of a list is seen, in words: "1 to 50 of 8,000 leads", "3 leads", "No leads". `start` counts from 0. */
export function rangeInWords({
  start,
  shown,
  total,
  isCapped = false,
  noun,
}: {
  start: number
  shown: number
  total: number
  isCapped?: boolean
  noun: { one: string; many: string }
}): string {
  if (shown === 0) return `No ${noun.many}`
  if (start === 0 && shown >= total) return formatCountOf(shown, noun.one, noun.many)
  return `${formatCount(start + 1)} to ${formatCount(start + shown)} of ${formatTotal(Math.max(total, start + shown), isCapped, noun)}`
}

/** How many there are in all: "8,000 leads"; "10,000+ leads" where more were not counted. */
export function formatTotal(total: number, isCapped: boolean, noun: { one: string; many: string }): string {
  return isCapped ? `${formatCount(total)}+ ${noun.many}` : formatCountOf(total, noun.one, noun.many)
}

function Step({ href, label, icon }: { href?: string; label: string; icon: React.ReactNode }) {
  return href ? (
    <LinkButton size="sm" href={href} icon={icon}>
      {label}
    </LinkButton>
  ) : (
    <span aria-disabled="true" className={buttonClass('secondary', 'sm')}>
      <span className="flex *:size-4">{icon}</span>
      {label}
    </span>
  )
}

/**
 * The foot of a list by cursor. `start` is how many come before (carry it in the URL beside the cursor).
 * `<Pagination start={0} shown={50} total={8000} noun={{ one: 'lead', many: 'leads' }} nextHref={hrefWith('/leads', params, { cursor, start: 50 })} />`
 */
export function Pagination({
  start,
  shown,
  total,
  isCapped,
  noun,
  previousHref,
  nextHref,
}: {
  start: number
  shown: number
  total: number
  /** There are more than `total`. */
  isCapped?: boolean
  noun: { one: string; many: string }
  previousHref?: string
  nextHref?: string
}) {
  // An empty list says so itself.
  if (total === 0) return null
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-4 px-4 py-3 md:px-6">
      <p className="text-xs text-ink-quiet">{rangeInWords({ start, shown, total, isCapped, noun })}</p>
      {previousHref || nextHref ? (
        <div className="flex gap-2">
          <Step href={previousHref} label="Previous" icon={<ChevronLeft />} />
          <Step href={nextHref} label="Next" icon={<ChevronRight />} />
        </div>
      ) : null}
    </nav>
  )
}
