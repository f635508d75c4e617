import { ListChecks } from 'lucide-react'
import { BulkBadge } from '@/components/bulk/bulk-badge'
import { DateTime } from '@/components/ui/date-time'
import { EmptyState } from '@/components/ui/empty-state'
import { Count } from '@/components/ui/number'
import { type Column, DataTable } from '@/components/ui/table'
import type { BulkShape } from '@/lib/bulk/bulk-shape'
import { bulkInWords } from '@/lib/bulk/words'

/** Bulk actions, newest first; each leads to its page. */
export function BulkTable({ actions, zone, now }: { actions: BulkShape[]; zone: string; now: Date }) {
  const columns: Column<BulkShape>[] = [
    { key: 'what', header: 'What', cell: bulkInWords },
    {
      key: 'status',
      header: 'Status',
      width: 'w-36',
      card: 'aside',
      cell: ({ status }) => <BulkBadge status={status} />,
    },
    ...(['matched', 'changed', 'skipped', 'refused'] as const).map((key) => ({
      key,
      header: { matched: 'Leads', changed: 'Changed', skipped: 'Skipped', refused: 'Refused' }[key],
      width: 'w-24',
      align: 'right' as const,
      card: 'labelled' as const,
      cell: (row: BulkShape) => <Count value={row[key]} />,
    })),
    {
      key: 'when',
      header: 'When',
      width: 'w-44',
      card: 'labelled',
      cell: ({ createdAt, createdBy }) => (
        <span className="text-ink-quiet">
          <DateTime at={createdAt} zone={zone} now={now} as="relative" /> by {createdBy.name}
        </span>
      ),
    },
  ]
  return (
    <DataTable
      caption="Bulk actions, newest first"
      columns={columns}
      rows={actions}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/bulk/${id}`}
      empty={
        <EmptyState icon={<ListChecks />} title="Nothing was done to many leads yet">
          Tick leads in a list and choose what to do with them. Each such action is kept here, with what became of each
          lead.
        </EmptyState>
      }
    />
  )
}
