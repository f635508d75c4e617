import 'server-only'
import { authorise } from '@/lib/access/permissions'
import { command } from '@/lib/command'
import { conflict, forbidden, notFound } from '@/lib/errors'
import { importShape } from '@/lib/imports/import-shape'
import { importedLeadsSql } from '@/lib/imports/imported-leads-sql'
import { importIdInput } from '@/lib/imports/input'
import { lockImport } from '@/lib/imports/lock-import'
import { addJob } from '@/lib/jobs/add-job'
import { Prisma } from '@/prisma/generated/client'

/**
 * Begins to take an import back, in the background: leads that it made and nobody has worked with since go, what it
 * changed goes back where it still is so, its touches are voided; the rest stays and is listed. Asked for again it
 * changes nothing more.
 *
 * Throws FORBIDDEN for somebody else's import (managers and admins take back any), CONFLICT when it is still running
 * or was only checked.
 */
export const revertImport = command(
  { ability: 'import.leads', input: importIdInput },
  async ({ tx, actor, input: { importId } }) => {
    const held = await lockImport(tx, importId)
    if (held.status === 'uploaded') throw notFound('import')
    authorise(actor, `import.${held.kind}`)
    if (held.createdById !== actor.id && actor.role !== 'manager' && actor.role !== 'admin')
      throw forbidden('Only the person who imported this file, or a manager, may take it back.')
    if (held.status === 'running') throw conflict('This import is still running. Cancel it first.')
    if (held.isDryRun) throw conflict('This file was only checked. There is nothing to take back.')
    if (held.status === 'reverting' || held.status === 'reverted') return importShape(held)
    const [count] = await tx.$queryRaw<{ leads: number }[]>(
      Prisma.sql`select count(*)::int as leads from ${importedLeadsSql(importId)}`,
    )
    const reverting = await tx.import.update({
      where: { id: importId },
      data: {
        status: 'reverting',
        failure: null,
        revertTotal: count?.leads ?? 0,
        revertDone: 0,
        revertedTo: null,
        revertedById: actor.id,
      },
    })
    await addJob(tx, 'revert-import', { importId })
    return importShape(reverting)
  },
)
