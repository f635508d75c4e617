import 'server-only'
import { db } from '@/lib/db'
import { requeueLost } from '@/lib/jobs/add-job'

/** Gives every running import whose job was lost a job again. */
export async function requeueImports(): Promise<void> {
  const running = await db.import.findMany({ where: { status: 'running' }, select: { id: true } })
  await requeueLost(
    db,
    'run-import',
    running.map(({ id }) => ({ importId: id })),
  )
}
