import { Link } from '@/components/ui/link'
import type { ReactNode } from 'react'

/** Key figures beside each other: two columns on a phone, as many as there are on a desk. */
export function StatRow({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-2 gap-2.5 md:auto-cols-fr md:grid-flow-col md:grid-cols-none">{children}</dl>
}

/**
 * One key figure, said with its label and what it is measured against; `href` opens what was counted.
 * `<Stat label="Moved cold to warm" value="96" footnote="7.5% of reached" href="/leads?stage=warm" />`
 */
export function Stat({
  label,
  value,
  footnote,
  href,
}: {
  label: string
  value: ReactNode
  footnote?: ReactNode
  href?: string
}) {
  return (
    <div
      className={`relative flex min-w-0 flex-col rounded-lg border border-line bg-surface px-4 py-3.5 ${href ? 'transition-colors focus-within:border-line-strong hover:border-line-strong' : ''}`}
    >
      <dt className="truncate text-xs text-ink-quiet">{label}</dt>
      <dd className="mt-1 text-2xl font-semibold tracking-tight">
        {href ? (
          <Link
            href={href}
            className="after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
          >
            {value}
          </Link>
        ) : (
          value
        )}
      </dd>
      {footnote ? <dd className="mt-0.5 text-xs text-ink-quiet">{footnote}</dd> : null}
    </div>
  )
}
