import 'server-only'
import { authorise } from '@/lib/access/permissions'
import { command } from '@/lib/command'
import { conflict, notFound } from '@/lib/errors'
import { repeatImportInput } from '@/lib/imports/input'

/**
 * Takes the file of an earlier import once more, for the same or another kind, so that nobody uploads it twice. It
 * waits for its mapping. Returns the id of the new import.
 *
 * Throws CONFLICT when the file is no longer kept.
 */
export const repeatImport = command(
  { ability: 'import.leads', input: repeatImportInput },
  async ({ tx, actor, input, now }) => {
    const { importId, kind } = input
    authorise(actor, `import.${kind}`)
    const earlier = await tx.import.findFirst({ where: { id: importId, rowsTotal: { gt: 0 } } })
    if (!earlier) throw notFound('import')
    const { fileName, fileSize, shape, rowsTotal } = earlier
    const { id } = await tx.import.create({
      data: {
        kind,
        status: 'uploaded',
        fileName,
        fileSize,
        shape: shape ?? {},
        rowsTotal,
        createdAt: now,
        createdById: actor.id,
      },
      select: { id: true },
    })
    const copied = await tx.$executeRaw`
    insert into import_chunk (import_id, seq, bytes)
    select ${id}::uuid, seq, bytes from import_chunk where import_id = ${importId}::uuid`
    if (copied === 0) throw conflict('The file is no longer kept. Upload it again.')
    return { id }
  },
)
