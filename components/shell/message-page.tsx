import type { ReactNode } from 'react'

/** A page that only says something: not found, no right to it, something broke. Says what to do. */
export function MessagePage({
  title,
  reference,
  actions,
  children,
}: {
  title: string
  reference?: string
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="flex min-h-[70dvh] flex-col items-center justify-center px-6 py-16 text-center">
      <h1 className="text-2xl font-semibold tracking-tight text-balance">{title}</h1>
      <div className="mt-2 max-w-md text-base text-balance text-ink-soft">{children}</div>
      {actions ? <div className="mt-6 flex flex-wrap justify-center gap-2">{actions}</div> : null}
      {reference ? (
        <p className="mt-6 text-xs text-ink-quiet">
          Reference <code className="select-all">{reference}</code>
        </p>
      ) : null}
    </div>
  )
}
