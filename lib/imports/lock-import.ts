import 'server-only'
import type { Tx } from '@/lib/db'
import { notFound } from '@/lib/errors'
import type { Import } from '@/prisma/generated/client'

/** A step: the import's row, locked until the end of the transaction. Throws NOT_FOUND. */
export async function lockImport(tx: Tx, importId: string): Promise<Import> {
  await tx.$executeRaw`select from import where id = ${importId}::uuid for update`
  const found = await tx.import.findUnique({ where: { id: importId } })
  if (!found) throw notFound('import')
  return found
}
