import 'server-only'
import type { Tx } from '@/lib/db'

/** The work that goes on in the background, and what each needs to know. */
export type Jobs = {
  'recount-leads': Record<string, never>
  'count-next-touches': Record<string, never>
  'run-import': { importId: string }
  'revert-import': { importId: string }
  'run-bulk-action': { bulkActionId: string }
  'replay-ledger': { replayId: string }
}

/** By what a job that has not begun is known: there is one of each. */
const keys: { [Name in keyof Jobs]: (payload: Jobs[Name]) => string } = {
  'recount-leads': () => 'recount-leads',
  'count-next-touches': () => 'count-next-touches',
  'run-import': ({ importId }) => `import ${importId}`,
  'revert-import': ({ importId }) => `revert ${importId}`,
  'run-bulk-action': ({ bulkActionId }) => `bulk ${bulkActionId}`,
  'replay-ledger': ({ replayId }) => `replay ${replayId}`,
}

/**
 * A step: queues work in the transaction that needs it, so that it is done if and only if that commits. A second job
 * for the same that has not begun takes the place of the first.
 */
export async function addJob<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  jobKey = keys[name](payload),
): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.add_job(${name}, payload := ${JSON.stringify(payload)}::json, job_key := ${jobKey})`
}

/** Queues the work again of those among `underWay` whose job was lost, whatever became of it (a worker that was killed many times). */
export async function requeueLost<Name extends keyof Jobs>(tx: Tx, name: Name, underWay: Jobs[Name][]): Promise<void> {
  if (underWay.length === 0) return
  const rows = await tx.$queryRaw<{ key: string }[]>`
    select key from graphile_worker.jobs where key = any(${underWay.map(keys[name])}) and attempts < max_attempts`
  const queued = new Set(rows.map(({ key }) => key))
  for (const payload of underWay) if (!queued.has(keys[name](payload))) await addJob(tx, name, payload)
}
