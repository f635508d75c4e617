import { Link } from '@/components/ui/link'
import type { ReactNode } from 'react'

/** Where the leads, or the handoffs, behind a number are listed; null where the past is read, which no list shows. */
export type ListHref = (filters: Record<string, string | number>) => string | null

/** A number that opens exactly what it counts. None, or no list to open: only the number. */
export function CountLink({
  href,
  count,
  label,
  children,
}: {
  href: string | null
  count: number
  /** What the link opens, for those who hear it. */
  label: string
  children: ReactNode
}) {
  if (href === null || count === 0) return <span>{children}</span>
  return (
    <Link href={href} aria-label={label} className="rounded-sm underline-offset-2 hover:underline">
      {children}
    </Link>
  )
}
