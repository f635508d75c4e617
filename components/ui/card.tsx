import type { ReactNode } from 'react'

/**
 * A white box with a hairline. With a title it is a section with its own heading.
 * `<Card title="From cold to won" aside="2,310 leads">…</Card>`; `flush` leaves out the padding (tables, lists).
 */
export function Card({
  title,
  aside,
  footer,
  flush = false,
  level = 2,
  className = '',
  children,
}: {
  title?: ReactNode
  aside?: ReactNode
  footer?: ReactNode
  flush?: boolean
  level?: 2 | 3
  className?: string
  children: ReactNode
}) {
  const Box = title ? 'section' : 'div'
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <Box
      className={`min-w-0 rounded-lg border border-line bg-surface ${flush ? 'overflow-clip' : 'p-4 md:p-5'} ${className}`}
    >
      {title ? (
        <div
          className={`flex flex-wrap items-baseline justify-between gap-x-4 ${flush ? 'px-4 pt-4 pb-3 md:px-5' : 'mb-3.5'}`}
        >
          <Heading className="text-sm font-semibold">{title}</Heading>
          {aside ? <div className="text-xs text-ink-quiet">{aside}</div> : null}
        </div>
      ) : null}
      {children}
      {footer ? (
        <div className={`text-xs text-ink-quiet ${flush ? 'border-t px-4 py-3 md:px-5' : 'mt-4'}`}>{footer}</div>
      ) : null}
    </Box>
  )
}
