import 'server-only'
import type { Tx } from '@/lib/db'

/**
 * A step: until the end of the transaction every company, campaign, offer and line of history that is written names
 * this import, by the default of its column `import_id`. So all that follows from a row is known as the import's
 * without any step between having to hand it on.
 */
export async function signAsImport(tx: Tx, importId: string): Promise<void> {
  await tx.$executeRaw`select set_config('baton.import', ${importId}, true)`
}
