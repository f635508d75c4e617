import 'server-only'
import type { Tx } from '@/lib/db'

/** The work that goes on in the background, and what each needs to know. */
export type Jobs = {
  'recount-leads': Record<string, never>
  'run-import': { importId: string }
  'run-bulk-action': { bulkActionId: string }
}

/**
 * A step: queues work in the transaction that needs it, so that it is done if and only if that commits. A second job
 * with the same key that has not begun takes the place of the first.
 */
export async function addJob<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  jobKey: string,
): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.add_job(${name}, payload := ${JSON.stringify(payload)}::json, job_key := ${jobKey})`
}
