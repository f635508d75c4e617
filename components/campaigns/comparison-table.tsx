import { Trophy } from 'lucide-react'
import type { ComparedRow } from '@/lib/campaigns/comparison'
import { CountLink } from '../dashboard/count-link'
import { Card } from '../ui/card'
import { DataTable, type Column } from '../ui/table'

/** One thing a row, one campaign a column; the best of a row has a mark. On a phone each row is a card. */
export function ComparisonTable({ title, rows, names }: { title: string; rows: ComparedRow[]; names: string[] }) {
  const columns: Column<ComparedRow>[] = [
    { key: 'label', header: 'What', cell: ({ label }) => <span className="text-ink-soft">{label}</span> },
    ...names.map((name, nth): Column<ComparedRow> => ({
      key: `campaign ${nth}`,
      header: name,
      align: 'right',
      card: 'labelled',
      cell: ({ label, cells }) => <ComparedValue cell={cells[nth]} label={`${label}: ${name}`} />,
    })),
  ]
  return (
    <Card title={title} flush>
      <DataTable
        caption={`${title}, side by side`}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        empty={null}
        sticky={false}
      />
    </Card>
  )
}

function ComparedValue({ cell, label }: { cell: ComparedRow['cells'][number] | undefined; label: string }) {
  if (!cell) return null
  return (
    <span
      className={`inline-flex items-center gap-1.5 text-right whitespace-normal ${cell.isBest ? 'font-semibold' : ''}`}
    >
      {cell.isBest ? <Trophy className="size-3.5 shrink-0 text-good-ink" role="img" aria-label="Best" /> : null}
      <CountLink href={cell.href} count={1} label={`${label}, ${cell.text}`}>
        {cell.text}
      </CountLink>
    </span>
  )
}
