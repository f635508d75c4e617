import 'server-only'
import type { Tx } from '@/lib/db'
import { notFound } from '@/lib/errors'
import type { BulkAction } from '@/prisma/generated/client'

/** A step: the action's row, locked until the end of the transaction. Throws NOT_FOUND. */
export async function lockBulkAction(tx: Tx, bulkActionId: string): Promise<BulkAction> {
  await tx.$executeRaw`select from bulk_action where id = ${bulkActionId}::uuid for update`
  const action = await tx.bulkAction.findUnique({ where: { id: bulkActionId } })
  if (!action) throw notFound('job')
  return action
}
