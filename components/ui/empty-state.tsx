import type { ReactNode } from 'react'

/**
 * Nothing here: says why, and offers the one next thing.
 * `<EmptyState icon={<Users />} title="No leads yet" action={<LinkButton href="/import">Import leads</LinkButton>}>…</EmptyState>`
 */
export function EmptyState({
  icon,
  title,
  action,
  children,
}: {
  icon?: ReactNode
  title: string
  action?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="flex flex-col items-center justify-center px-6 py-14 text-center">
      {icon ? (
        <span className="mb-3 flex size-10 items-center justify-center rounded-full border border-line bg-surface text-ink-quiet *:size-5">
          {icon}
        </span>
      ) : null}
      <p className="text-base font-medium">{title}</p>
      {children ? <div className="mt-1 max-w-sm text-sm text-balance text-ink-quiet">{children}</div> : null}
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  )
}
