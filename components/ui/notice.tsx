import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

const KINDS = {
  info: { box: 'border-line bg-sunken', mark: 'text-ink-quiet', Icon: Info },
  good: { box: 'border-good-line bg-good-wash', mark: 'text-good-ink', Icon: CircleCheck },
  warn: { box: 'border-warm-line bg-warm-wash', mark: 'text-warm-ink', Icon: TriangleAlert },
  error: { box: 'border-danger-line bg-danger-wash', mark: 'text-danger-ink', Icon: CircleAlert },
} as const

/** Something to know, where it belongs. An error says what to do. `<Notice kind="warn" title="Marked do not contact">…</Notice>` */
export function Notice({
  kind = 'info',
  title,
  action,
  children,
}: {
  kind?: keyof typeof KINDS
  title?: string
  action?: ReactNode
  children?: ReactNode
}) {
  const { box, mark, Icon } = KINDS[kind]
  return (
    <div className={`flex items-start gap-2.5 rounded-md border px-3 py-2.5 text-sm ${box}`}>
      <Icon className={`mt-0.5 size-4 shrink-0 ${mark}`} aria-hidden="true" />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div className="text-ink-soft">{children}</div> : null}
      </div>
      {action}
    </div>
  )
}
