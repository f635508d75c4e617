import { Search } from 'lucide-react'
import { Link } from '@/components/ui/link'
import type { ReactNode } from 'react'

/**
 * The head of every page: its only h1, one line of what stands here, and what can be done. Stays in sight.
 * `<PageHeader title="Sales" subline="12 leads wait, 1 is overdue." actions={<LinkButton …/>} />`
 * `badge` stands beside the title. On a phone the title alone stays, the actions scroll away below it.
 */
export function PageHeader({
  title,
  subline,
  badge,
  actions,
}: {
  title: ReactNode
  subline?: ReactNode
  badge?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className="max-md:contents md:sticky md:top-0 md:z-20 md:flex md:min-h-(--header-height) md:items-center md:gap-3 md:border-b md:border-line md:bg-surface md:px-6 md:py-2 print:static">
      <div className="flex min-w-0 flex-1 items-center gap-3 max-md:sticky max-md:top-0 max-md:z-20 max-md:min-h-(--header-height) max-md:border-b max-md:border-line max-md:bg-surface max-md:py-1.5 max-md:pr-1 max-md:pl-4">
        <div className="min-w-0 flex-1">
          <div className="flex min-w-0 items-center gap-2">
            <h1 className="truncate text-xl font-semibold tracking-tight max-md:line-clamp-2 max-md:leading-5 max-md:break-words max-md:whitespace-normal">
              {title}
            </h1>
            {badge}
          </div>
          {subline ? (
            <p className="truncate text-xs text-ink-quiet max-md:line-clamp-2 max-md:whitespace-normal">{subline}</p>
          ) : null}
        </div>
        <Link
          href="/leads"
          data-palette
          data-chrome
          aria-label="Search"
          className="flex size-11 items-center justify-center rounded-md text-ink-soft md:hidden"
        >
          <Search className="size-5" aria-hidden="true" />
        </Link>
      </div>
      {actions ? (
        <div
          data-chrome
          className="flex flex-wrap items-center gap-2 max-md:px-4 max-md:pt-3 max-md:*:flex-1 max-md:[&>form>*]:flex-1"
        >
          {actions}
        </div>
      ) : null}
    </header>
  )
}

/** The room below the header: even margins, sections with one distance. Lists that fill the page go without it. */
export function PageBody({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return <div className={`flex flex-col gap-4 px-4 py-4 md:px-6 md:py-6 ${narrow ? 'max-w-3xl' : ''}`}>{children}</div>
}
