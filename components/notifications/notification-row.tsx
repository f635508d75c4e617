import { Check } from 'lucide-react'
import { Link } from '@/components/ui/link'
import type { FormAction } from '@/lib/forms/form-state'
import type { NotificationShape } from '@/lib/notifications/notification-shape'
import { DateTime } from '../ui/date-time'
import { Form } from '../ui/form'
import { NotificationIcon } from './notification-icon'

/** One piece of news: pressing it opens what it is about and marks it as read. */
export function NotificationRow({
  notification,
  read,
  zone,
  now,
}: {
  notification: NotificationShape
  read: FormAction
  zone: string
  now: Date
}) {
  const { id, kind, at, readAt, title, detail, lead } = notification
  const isUnread = readAt === null
  const time = <DateTime at={at} zone={zone} now={now} />
  return (
    <li className="relative flex items-start gap-3 border-b border-line px-4 py-3 last:border-b-0 focus-within:bg-hover hover:bg-hover md:px-5">
      <NotificationIcon kind={kind} />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-3">
          <Link
            href={`/notifications/${id}`}
            data-row
            className={`min-w-0 flex-1 text-sm after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus ${isUnread ? 'font-medium' : 'text-ink-soft'}`}
          >
            {isUnread ? <span className="sr-only">Unread: </span> : null}
            {title}
          </Link>
          <span className="shrink-0 text-xs text-ink-quiet max-md:hidden">{time}</span>
        </p>
        <p className="line-clamp-2 text-xs text-ink-quiet">{[lead?.company, detail].filter(Boolean).join(' · ')}</p>
        <p className="text-xs text-ink-quiet md:hidden">{time}</p>
      </div>
      {isUnread ? (
        <Form
          action={read}
          hidden={{ notificationId: id }}
          label={`Mark as read: ${title}`}
          className="contents [&>[role=status]]:hidden"
        >
          <button
            type="submit"
            aria-label={`Mark as read: ${title}`}
            title="Mark as read (D)"
            data-row-key="d"
            className="relative -my-1 flex size-7.5 shrink-0 items-center justify-center rounded-md text-ink-quiet hover:bg-line hover:text-ink max-md:-my-2 max-md:-mr-2 max-md:size-11"
          >
            <Check className="size-4" aria-hidden="true" />
          </button>
        </Form>
      ) : (
        <span className="size-7.5 shrink-0 max-md:hidden" />
      )}
    </li>
  )
}
