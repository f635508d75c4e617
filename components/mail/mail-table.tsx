import { Mail } from 'lucide-react'
import type { MailShape } from '@/lib/mail/mail-shape'
import { DateTime } from '../ui/date-time'
import { EmptyState } from '../ui/empty-state'
import { type Column, DataTable } from '../ui/table'
import { MailBadge } from './mail-badge'

/** The outbox: what was written to whom, and what became of it. */
export function MailTable({ mails, zone, now }: { mails: MailShape[]; zone: string; now: Date }) {
  const columns: Column<MailShape>[] = [
    {
      key: 'subject',
      header: 'Subject',
      card: 'title',
      cell: ({ subject, isDigest }) =>
        subject ?? <span className="text-ink-quiet">{isDigest ? 'Digest' : 'Not put into words yet'}</span>,
    },
    {
      key: 'to',
      header: 'To',
      width: 'w-64',
      card: 'line',
      cell: ({ recipient, person }) => recipient ?? person.email,
    },
    { key: 'state', header: 'State', width: 'w-36', card: 'left', cell: ({ state }) => <MailBadge state={state} /> },
    {
      key: 'createdAt',
      header: 'Written',
      width: 'w-36',
      card: 'right',
      cell: ({ createdAt }) => <DateTime at={createdAt} zone={zone} now={now} />,
    },
  ]
  return (
    <DataTable
      caption="Mails, the latest first"
      columns={columns}
      rows={mails}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/settings/mail/${id}`}
      empty={
        <EmptyState icon={<Mail />} title="No mail">
          Baton writes one when something happens that somebody wants to be told of by mail.
        </EmptyState>
      }
    />
  )
}
