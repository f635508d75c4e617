import 'server-only'
import { authorise } from '@/lib/access/permissions'
import { command } from '@/lib/command'
import { conflict, notFound } from '@/lib/errors'
import { importShape } from '@/lib/imports/import-shape'
import { importIdInput } from '@/lib/imports/input'

/**
 * Stops an import after the batch that is being written. What is in stays in.
 *
 * Throws CONFLICT when it has ended.
 */
export const cancelImport = command(
  { ability: 'import.leads', input: importIdInput },
  async ({ tx, actor, input, now }) => {
    const { importId } = input
    const before = await tx.import.findUnique({ where: { id: importId }, select: { kind: true } })
    if (!before) throw notFound('import')
    authorise(actor, `import.${before.kind}`)
    const { count } = await tx.import.updateMany({
      where: { id: importId, status: { in: ['uploaded', 'running'] } },
      data: { status: 'cancelled', finishedAt: now },
    })
    const row = await tx.import.findUniqueOrThrow({ where: { id: importId } })
    if (count === 0 && row.status !== 'cancelled') throw conflict(`This import is ${row.status} already.`)
    return importShape(row)
  },
)
