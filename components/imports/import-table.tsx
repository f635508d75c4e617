import { FileUp } from 'lucide-react'
import { ImportBadge } from '@/components/imports/import-badge'
import { DateTime } from '@/components/ui/date-time'
import { EmptyState } from '@/components/ui/empty-state'
import { Count } from '@/components/ui/number'
import { type Column, DataTable } from '@/components/ui/table'
import { kindWords } from '@/lib/imports/words-for-people'
import type { ImportKind, ImportStatus } from '@/prisma/generated/enums'

type Row = {
  id: string
  kind: ImportKind
  status: ImportStatus
  isDryRun: boolean
  fileName: string
  rowsTotal: number
  created: number
  updated: number
  failed: number
  createdAt: Date
  createdBy: { name: string }
}

/** The latest imports, newest first; each leads to its page. */
export function ImportTable({ imports, zone, now }: { imports: Row[]; zone: string; now: Date }) {
  const columns: Column<Row>[] = [
    { key: 'file', header: 'File', cell: ({ fileName }) => fileName },
    {
      key: 'kind',
      header: 'What',
      width: 'w-24',
      hideBelow: 'lg',
      card: 'left',
      cell: ({ kind }) => kindWords[kind].label,
    },
    {
      key: 'status',
      header: 'Status',
      width: 'w-48',
      card: 'aside',
      cell: ({ status, isDryRun }) => <ImportBadge status={status} isDryRun={isDryRun} />,
    },
    ...(['rowsTotal', 'created', 'updated', 'failed'] as const).map((key) => ({
      key,
      header: { rowsTotal: 'Rows', created: 'Created', updated: 'Updated', failed: 'Failed' }[key],
      width: 'w-20',
      align: 'right' as const,
      card: 'labelled' as const,
      cell: (row: Row) => <Count value={row[key]} />,
    })),
    {
      key: 'when',
      header: 'When',
      width: 'w-40',
      hideBelow: 'lg',
      cell: ({ createdAt, createdBy }) => (
        <>
          <DateTime at={createdAt} zone={zone} now={now} as="relative" />{' '}
          <span className="text-ink-quiet">by {createdBy.name}</span>
        </>
      ),
    },
  ]
  return (
    <DataTable
      caption="Imports, newest first"
      columns={columns}
      rows={imports}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/import/${id}`}
      sticky={false}
      empty={
        <EmptyState icon={<FileUp />} title="Nothing imported yet">
          Your first file will be listed here, with what became of each of its rows.
        </EmptyState>
      }
    />
  )
}
