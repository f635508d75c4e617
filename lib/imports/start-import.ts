import 'server-only'
import { authorise } from '@/lib/access/permissions'
import { command } from '@/lib/command'
import { conflict, invalid, notFound } from '@/lib/errors'
import { importShape } from '@/lib/imports/import-shape'
import { noRowsYet } from '@/lib/imports/no-rows-yet'
import { startImportInput } from '@/lib/imports/input'
import { checkMapping, type Mapping } from '@/lib/imports/mapping'
import { withFile } from '@/lib/imports/queries'
import { saveMapping } from '@/lib/imports/saved-mappings'
import { columnsByName } from '@/lib/imports/suggest-mapping'
import { addJob } from '@/lib/jobs/add-job'

/**
 * Begins to import an uploaded file, in the background; one that a dry run has only counted can be begun once more.
 * Without a mapping the columns are known by their headers.
 *
 * Throws INVALID for a mapping that does not fit the file or says when touches were logged where no admin does, CONFLICT where the import has begun already.
 */
export const startImport = command(
  { ability: 'import.leads', input: startImportInput },
  async ({ tx, actor, input, now }) => {
    const { importId, kind, handOff, mode, overwriteWithEmpty, remember, inLabels, dryRun } = input
    authorise(actor, `import.${kind}`)
    const row = await tx.import.findFirst({ where: { id: importId, rowsTotal: { gt: 0 } } })
    if (!row) throw notFound('import')
    const { headers, samples } = withFile(row).shape
    const mapping: Mapping = input.mapping ?? { columns: columnsByName(headers, samples, kind) }
    const { columns, defaults } = checkMapping(kind, headers, mapping, { inLabels })
    if (actor.role !== 'admin' && (columns.includes('loggedAt') || defaults.has('loggedAt')))
      throw invalid({
        'mapping.columns': 'Only an admin may say when touches were logged: reports of the past go by it.',
      })
    const { count } = await tx.import.updateMany({
      where: { id: importId, OR: [{ status: 'uploaded' }, { isDryRun: true, status: { not: 'running' } }] },
      data: {
        kind,
        mapping,
        mode,
        overwritesWithEmpty: overwriteWithEmpty,
        offersWarm: handOff,
        isDryRun: dryRun,
        status: 'running',
        startedAt: now,
        finishedAt: null,
        failure: null,
        ...noRowsYet,
      },
    })
    if (count === 0) throw conflict('This import has begun already.')
    await tx.importError.deleteMany({ where: { importId } })
    if (remember) await saveMapping(tx, actor, { kind, headers, mapping }, now)
    await addJob(tx, 'run-import', { importId })
    return importShape(await tx.import.findUniqueOrThrow({ where: { id: importId } }))
  },
)
