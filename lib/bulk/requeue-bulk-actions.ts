import 'server-only'
import { db } from '@/lib/db'
import { addJob } from '@/lib/jobs/add-job'

/** Gives every bulk action under way a job again whose job was lost, whatever became of it. */
export async function requeueBulkActions(): Promise<void> {
  const lost = await db.$queryRaw<{ id: string }[]>`
    select id from bulk_action b where status in ('running', 'undoing') and not exists (
      select from graphile_worker.jobs j where j.key = 'bulk ' || b.id and j.attempts < j.max_attempts
    )`
  for (const { id } of lost) await addJob(db, 'run-bulk-action', { bulkActionId: id }, `bulk ${id}`)
}
