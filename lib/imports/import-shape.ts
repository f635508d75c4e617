import type { Import } from '@/prisma/generated/client'

/**
 * An import as the API answers it. `rows` are the data rows of the file: the sum of the counts once it is done. One that is
 * being taken back is running.
 */
export const importShape = (of: Import) => ({
  id: of.id,
  kind: of.kind,
  status: of.status === 'reverting' ? ('running' as const) : of.status,
  fileName: of.fileName,
  rows: of.rowsTotal,
  created: of.created,
  updated: of.updated,
  skipped: of.skipped,
  failed: of.failed,
  byEmail: of.byEmail,
  handOff: of.offersWarm,
  mode: of.mode,
  overwriteWithEmpty: of.overwritesWithEmpty,
  dryRun: of.isDryRun,
  failure: of.failure,
  createdAt: of.createdAt,
  finishedAt: of.finishedAt,
  revertedAt: of.revertedAt,
})

export type ImportShape = ReturnType<typeof importShape>
