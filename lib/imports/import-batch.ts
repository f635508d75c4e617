import 'server-only'
import * as z from 'zod'
import { authorise } from '@/lib/access/permissions'
import { command } from '@/lib/command'
import type { BatchContext, Fate, ReadRow } from '@/lib/imports/batch'
import { importLeads } from '@/lib/imports/import-leads'
import { importOutcomes } from '@/lib/imports/import-outcomes'
import { importTouchpoints } from '@/lib/imports/import-touchpoints'
import type { LeadRow, OutcomeRow, TouchRow } from '@/lib/imports/read-facts'
import type { Rehearsal } from '@/lib/imports/rehearsal'
import { signAsImport } from '@/lib/imports/sign-as-import'
import type { ImportMode } from '@/prisma/generated/enums'

/** Rows of one kind, read but not yet taken in. */
export type BatchRows =
  | { kind: 'leads'; rows: ReadRow<LeadRow>[] }
  | { kind: 'touchpoints'; rows: ReadRow<TouchRow>[] }
  | { kind: 'outcomes'; rows: ReadRow<OutcomeRow>[] }

export type Batch = BatchRows & {
  importId: string
  /** How many rows of the file were done before this batch. */
  from: number
  isLast: boolean
  rehearsal: Rehearsal | null
}

type Held = {
  status: string
  rowsDone: number
  offersWarm: boolean
  mode: ImportMode
  overwritesWithEmpty: boolean
  isDryRun: boolean
}

const batchInput = z.custom<Batch>()

/**
 * Takes one batch of an import in. Rows, counts, errors and progress are one transaction: a process that is killed has
 * done a batch wholly or not at all. Returns whether the import goes on: false where somebody cancelled it, or
 * another process has taken it up.
 */
export const importBatch = command(
  { ability: 'import.leads', input: batchInput },
  async ({ tx, actor, input, now }) => {
    const { importId, from, isLast, kind, rehearsal } = input
    authorise(actor, `import.${kind}`)
    const [held] = await tx.$queryRaw<Held[]>`
    select status::text as status, rows_done as "rowsDone", offers_warm as "offersWarm", mode::text as mode,
      overwrites_with_empty as "overwritesWithEmpty",
      is_dry_run as "isDryRun"
    from import where id = ${importId}::uuid for update`
    if (held?.status !== 'running' || held.rowsDone !== from || held.isDryRun !== (rehearsal !== null)) return false

    await signAsImport(tx, importId)
    const { offersWarm, mode, overwritesWithEmpty } = held
    const seen = { byEmail: 0 }
    const context = { tx, actor, now, importId, offersWarm, mode, overwritesWithEmpty, rehearsal, seen }
    const fates = await fatesOf(context, input)
    const failures = fates.flatMap((fate, nth) => (typeof fate === 'string' ? [] : [{ nth, message: fate.problem }]))
    const count = (word: Fate) => ({ increment: fates.filter((fate) => fate === word).length })
    await tx.importError.createMany({
      data: failures.flatMap(({ nth, message }) => {
        const row = input.rows[nth]
        return row ? [{ importId, line: row.line, message, cells: row.cells.map(storable) }] : []
      }),
    })
    await tx.import.update({
      where: { id: importId },
      data: {
        rowsDone: from + fates.length,
        created: count('created'),
        updated: count('updated'),
        skipped: count('skipped'),
        failed: { increment: failures.length },
        byEmail: { increment: seen.byEmail },
        ...(isLast ? { status: 'done', finishedAt: now } : {}),
      },
    })
    return !isLast
  },
)

/** Postgres stores no NUL. */
const storable = (cell: string) => cell.replaceAll('\0', '␀')

function fatesOf(context: BatchContext, batch: BatchRows): Promise<Fate[]> {
  if (batch.kind === 'leads') return withProblems(batch.rows, (rows) => importLeads(context, rows))
  if (batch.kind === 'touchpoints') return withProblems(batch.rows, (rows) => importTouchpoints(context, rows))
  return withProblems(batch.rows, (rows) => importOutcomes(context, rows))
}

/** The fates of all rows, those that could not be read among them, in the order of the file. */
async function withProblems<Row>(rows: ReadRow<Row>[], take: (rows: Row[]) => Promise<Fate[]>): Promise<Fate[]> {
  const readable = rows.flatMap((row) => ('row' in row && row.row !== null ? [row.row] : []))
  const fates = readable.length > 0 ? await take(readable) : []
  return rows.map((row) => {
    if ('problem' in row) return { problem: row.problem }
    return row.row === null ? 'skipped' : (fates.shift() ?? 'skipped')
  })
}
