import { Download } from 'lucide-react'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Stat, StatRow } from '@/components/ui/stat'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { fateWords, kindWords } from '@/lib/imports/words-for-people'
import type { ImportKind, ImportStatus } from '@/prisma/generated/enums'

type Ended = {
  id: string
  kind: ImportKind
  status: ImportStatus
  rowsTotal: number
  created: number
  updated: number
  skipped: number
  failed: number
  failure: string | null
}

type FailedRow = { line: number; message: string; cells: string[] }

/** How the rows of an import without failures are told: skipped ones are not in. */
function allAreIn({ rowsTotal, skipped }: Ended): string {
  if (skipped === rowsTotal)
    return rowsTotal === 1 ? 'The row was skipped' : `All ${formatCountOf(rowsTotal, 'row')} were skipped`
  if (skipped > 0)
    return `${formatCountOf(rowsTotal - skipped, 'row')} of ${formatCount(rowsTotal)} are in, the others were skipped`
  return rowsTotal === 1 ? 'The row is in' : `All ${formatCountOf(rowsTotal, 'row')} are in`
}

/** What became of the rows, in words and numbers. */
export function ImportResult({ of }: { of: Ended }) {
  const { one, many } = kindWords[of.kind]
  const meaning = fateWords[of.kind]
  const done = of.created + of.updated + of.skipped
  return (
    <div className="flex flex-col gap-4">
      {of.status === 'failed' ? (
        <Notice kind="error" title="The import could not go on">
          {of.failure}
        </Notice>
      ) : null}
      {of.status === 'cancelled' ? (
        <Notice kind="warn" title="The import was stopped">
          {done > 0
            ? `${formatCountOf(done, one, many)} ${done === 1 ? 'is' : 'are'} in and what is in stays; the rest of the file was not looked at.`
            : 'Nothing was imported.'}
        </Notice>
      ) : null}
      {of.status === 'done' && of.failed === 0 ? <Notice kind="good" title={allAreIn(of)} /> : null}
      {of.status === 'done' && of.failed > 0 ? (
        <Notice
          kind="warn"
          title={`${formatCountOf(of.failed, 'row')} came back${of.created + of.updated > 0 ? ', the others are in' : ''}`}
        >
          Download them, mend what is not right, and import that file. Nothing is doubled.
        </Notice>
      ) : null}
      <StatRow>
        <Stat label="Rows in the file" value={formatCount(of.rowsTotal)} />
        <Stat label={meaning.created.did} value={formatCount(of.created)} footnote={meaning.created.of} />
        <Stat label={meaning.updated.did} value={formatCount(of.updated)} footnote={meaning.updated.of} />
        <Stat label="Skipped" value={formatCount(of.skipped)} footnote={meaning.skipped} />
        <Stat
          label="Failed"
          value={formatCount(of.failed)}
          footnote={of.failed > 0 ? 'with their reasons below' : ''}
        />
      </StatRow>
    </div>
  )
}

/** Why rows failed, the first of them, and all of them to download. */
export function FailedRows({
  importId,
  rows,
  failed,
  reasons,
}: {
  importId: string
  rows: FailedRow[]
  failed: number
  reasons: { message: string; rows: number }[]
}) {
  if (rows.length === 0) return null
  return (
    <Card
      title="Rows that are not right"
      aside={failed > rows.length ? `the first ${rows.length} of ${formatCount(failed)}` : formatCountOf(failed, 'row')}
      footer={
        <LinkButton href={`/import/${importId}/errors.csv`} icon={<Download />} download>
          Download all with their reasons
        </LinkButton>
      }
    >
      {reasons.length < failed ? (
        <ul className="mb-4 flex flex-col gap-1 rounded-md bg-sunken px-3 py-2.5 text-sm">
          {reasons.map(({ message, rows: count }) => (
            <li key={message} className="flex gap-4">
              <span className="w-20 shrink-0 text-right font-medium tabular-nums">{formatCountOf(count, 'row')}</span>
              <span className="min-w-0 text-ink-soft">{message}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <ul className="flex flex-col">
        {rows.map(({ line, message, cells }) => (
          <li
            key={line}
            className="grid gap-x-4 gap-y-0.5 border-t border-line py-2.5 text-sm md:grid-cols-[5rem_minmax(0,1fr)]"
          >
            <span className="text-ink-quiet tabular-nums">Line {formatCount(line)}</span>
            <span className="min-w-0">
              <span className="block">{message}</span>
              <span className="block truncate text-xs text-ink-quiet">{cells.filter(Boolean).join(' · ')}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
