import 'server-only'
import { db } from '@/lib/db'
import { addJob } from '@/lib/jobs/add-job'

/** Gives every running import a job again whose job was lost, whatever became of it (a worker that was killed many times). */
export async function requeueImports(): Promise<void> {
  const lost = await db.$queryRaw<{ id: string }[]>`
    select id from import i where status = 'running' and not exists (
      select from graphile_worker.jobs j where j.key = 'import ' || i.id and j.attempts < j.max_attempts
    )`
  for (const { id } of lost) await addJob(db, 'run-import', { importId: id }, `import ${id}`)
}
