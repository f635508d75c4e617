import 'server-only'
import { authorise } from '@/lib/access/permissions'
import { command } from '@/lib/command'
import { conflict, notFound } from '@/lib/errors'
import { importIdInput } from '@/lib/imports/input'
import { noRowsYet } from '@/lib/imports/no-rows-yet'

/**
 * Takes a file that a dry run has counted back to choosing what its columns are.
 *
 * Throws CONFLICT where it is imported, or its dry run goes on.
 */
export const reopenImport = command({ ability: 'import.leads', input: importIdInput }, async ({ tx, actor, input }) => {
  const { importId } = input
  const found = await tx.import.findUnique({ where: { id: importId }, select: { kind: true } })
  if (!found) throw notFound('import')
  authorise(actor, `import.${found.kind}`)
  const { count } = await tx.import.updateMany({
    where: { id: importId, isDryRun: true, status: { in: ['done', 'failed', 'cancelled'] } },
    data: { status: 'uploaded', isDryRun: false, failure: null, finishedAt: null, ...noRowsYet },
  })
  if (count === 0) throw conflict('This file is imported already, or its check goes on.')
  await tx.importError.deleteMany({ where: { importId } })
  return { id: importId }
})
