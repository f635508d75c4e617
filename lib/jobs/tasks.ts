import 'server-only'
import type { Job, JobHelpers } from 'graphile-worker'
import { runBulkAction } from '@/lib/bulk/run-bulk-action'
import { runImport } from '@/lib/imports/run-import'
import { runRevert } from '@/lib/imports/run-revert'
import type { Jobs } from '@/lib/jobs/add-job'
import { countNextTouches } from '@/lib/next-touch/count-next-touches'
import { advanceReplay } from '@/lib/replays/advance-replay'
import { recountAll } from '@/lib/touchpoints/recount-batch'

/** What a task may know about its surroundings: it stops at the next whole step once the signal is given. */
export type Surroundings = { job: Pick<Job, 'id'>; abortSignal: AbortSignal }

/** What is done for each kind of job. Each may be killed at any moment and begun again. */
export const tasks: { [Name in keyof Jobs]: (payload: Jobs[Name], around: Surroundings) => Promise<void> } = {
  'recount-leads': () => recountAll(),
  'count-next-touches': async () => void (await countNextTouches()),
  'run-bulk-action': ({ bulkActionId }, { abortSignal }) => runBulkAction(bulkActionId, abortSignal),
  'replay-ledger': ({ replayId }, { abortSignal }) => advanceReplay(replayId, { signal: abortSignal }),
  'revert-import': ({ importId }, { abortSignal }) => runRevert(importId, abortSignal),
  'run-import': ({ importId }, { abortSignal }) => runImport(importId, abortSignal),
}

/** The same as graphile-worker wants them. */
export const taskList = Object.fromEntries(
  Object.entries(tasks).map(([name, task]) => [
    name,
    (payload: unknown, helpers: JobHelpers) => task(payload as never, helpers),
  ]),
)
