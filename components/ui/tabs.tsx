import { Link } from '@/components/ui/link'
import type { ReactNode } from 'react'

export type Tab = { label: string; href: string; count?: ReactNode; isActive: boolean }

/**
 * Views of one page as links, so that each has its address.
 * `<Tabs label="Queue" tabs={[{ label: 'Waiting', href: '/sales', count: 12, isActive: true }, …]} />`
 */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="-mx-1 flex max-w-full gap-0.5 overflow-x-auto px-1 py-1">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.isActive ? 'page' : undefined}
          className={`inline-flex h-7.5 shrink-0 items-center gap-1.5 rounded-md border px-2.5 text-sm whitespace-nowrap transition-colors max-md:h-10 max-md:rounded-full max-md:px-3.5 ${
            tab.isActive
              ? 'border-line-strong/70 bg-surface font-medium text-ink shadow-raised [scroll-initial-target:nearest] max-md:border-ink max-md:bg-ink max-md:text-on-ink'
              : 'border-transparent text-ink-soft hover:bg-hover hover:text-ink max-md:border-line max-md:bg-surface'
          }`}
        >
          {tab.label}
          {tab.count === undefined ? null : (
            <span className={tab.isActive ? 'max-md:text-on-ink/80 md:text-ink-quiet' : 'text-ink-quiet'}>
              {tab.count}
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}
