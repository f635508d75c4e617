import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/db'
import { RowProblem } from '@/lib/imports/read-row'
import type { Rehearsal } from '@/lib/imports/rehearsal'
import type { ImportMode } from '@/prisma/generated/enums'

/** A row of the file as it was read, or why it can not be; null for one that is left out. */
export type ReadRow<Row> = { line: number; cells: string[] } & ({ row: Row | null } | { problem: string })

/** What became of each row of a batch. */
export type Fate = 'created' | 'updated' | 'skipped' | { problem: string }

/** What the steps that take rows in work with. */
export type BatchContext = {
  tx: Tx
  actor: Actor
  now: Date
  importId: string
  /** Whether leads that become warm by the batch are offered to Sales. */
  offersWarm: boolean
  mode: ImportMode
  /** Whether empty cells take away what known leads have. */
  overwritesWithEmpty: boolean
  /** Set: nothing is written, and this knows what the rows before would have left behind. */
  rehearsal: Rehearsal | null
  /** Counted as rows are taken in: those whose lead only their email told. */
  seen: { byEmail: number }
}

/** Does something with a row; a RowProblem is the row's fate and nobody else's. */
export function fateOf(decide: () => Fate): Fate {
  try {
    return decide()
  } catch (error) {
    if (error instanceof RowProblem) return { problem: error.message }
    throw error
  }
}

/** A step: new ids that sort by time. */
export async function newIds(tx: Tx, count: number): Promise<string[]> {
  if (count === 0) return []
  const rows = await tx.$queryRaw<{ id: string }[]>`select uuid7() as id from generate_series(1, ${count}::int)`
  return rows.map(({ id }) => id)
}
