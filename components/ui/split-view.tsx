import { ArrowLeft } from 'lucide-react'
import { Link } from '@/components/ui/link'
import type { ReactNode } from 'react'

/**
 * List and detail side by side, each scrolling by itself. Below 1024 px the list alone; with `isOpen` the detail covers
 * it as a sheet with a way back. Rows of the list are `<SplitRow>`, so that J, K and the arrows walk it.
 * `<SplitView label="Waiting for Sales" list={…} detail={lead ? <Detail/> : <EmptyState/>} isOpen={Boolean(params.lead)} backHref="/sales" />`
 */
export function SplitView({
  label,
  list,
  detail,
  isOpen,
  backHref,
}: {
  label: string
  list: ReactNode
  detail: ReactNode
  isOpen: boolean
  backHref: string
}) {
  return (
    <div className="lg:grid lg:h-[calc(100dvh-var(--header-height))] lg:grid-cols-[minmax(20rem,46%)_minmax(0,1fr)]">
      <section
        aria-label={label}
        data-list=""
        className={`min-h-0 border-line [overflow-anchor:none] lg:overflow-y-auto lg:border-r ${isOpen ? 'max-lg:hidden' : ''}`}
      >
        {list}
      </section>
      <section
        aria-label="Detail"
        data-detail=""
        className={`min-h-0 bg-surface lg:overflow-y-auto ${isOpen ? 'max-lg:min-h-[calc(100dvh-var(--header-height))]' : 'max-lg:hidden'}`}
      >
        <div className="sticky top-(--header-height) z-10 border-b border-line bg-surface px-2 lg:hidden">
          <Link
            href={backHref}
            data-key="escape"
            className="inline-flex h-11 items-center gap-2 px-2 text-sm font-medium text-ink-soft"
          >
            <ArrowLeft className="size-4" aria-hidden="true" />
            Back to the list
          </Link>
        </div>
        {detail}
      </section>
    </div>
  )
}

/** One row of the list: a link that shows its detail. `accent` colours the edge of the one that is open. */
export function SplitRow({
  href,
  isOpen,
  label,
  children,
}: {
  href: string
  isOpen: boolean
  label: string
  children: ReactNode
}) {
  return (
    <li
      className={`relative border-b border-line transition max-md:rounded-lg max-md:border max-md:bg-surface in-data-live:starting:-translate-y-3 in-data-live:starting:opacity-0 ${isOpen ? 'bg-surface lg:shadow-[inset_3px_0_0_var(--ink)]' : 'hover:bg-hover'}`}
    >
      <Link
        href={href}
        scroll={false}
        data-row="follow"
        aria-current={isOpen ? 'true' : undefined}
        aria-label={label}
        className="absolute inset-0 focus-visible:outline-2 focus-visible:-outline-offset-2 max-md:rounded-lg"
      />
      <div className="pointer-events-none px-4 py-3.5 md:px-5 [&_a]:pointer-events-auto [&_a]:relative [&_button]:pointer-events-auto [&_button]:relative">
        {children}
      </div>
    </li>
  )
}
