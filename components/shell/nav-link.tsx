'use client'

import { Link } from '@/components/ui/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** A link to a place that knows whether we are there; `activeClass` is added then, else `restClass`. */
export function NavLink({
  href,
  title,
  className,
  activeClass,
  restClass,
  children,
}: {
  href: string
  title?: string
  className: string
  activeClass: string
  restClass: string
  children: ReactNode
}) {
  const path = usePathname()
  const isHere = path === href || path.startsWith(`${href}/`)
  return (
    <Link
      href={href}
      title={title}
      aria-current={isHere ? 'page' : undefined}
      className={`${className} ${isHere ? activeClass : restClass}`}
    >
      {children}
    </Link>
  )
}
