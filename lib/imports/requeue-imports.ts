import 'server-only'
import { db } from '@/lib/db'
import { requeueLost } from '@/lib/jobs/add-job'

/** Gives every import that runs, or is taken back, and whose job was lost a job again. */
export async function requeueImports(): Promise<void> {
  const underWay = await db.import.findMany({
    where: { status: { in: ['running', 'reverting'] } },
    select: { id: true, status: true },
  })
  const those = (status: string) => underWay.filter((row) => row.status === status).map(({ id }) => ({ importId: id }))
  await requeueLost(db, 'run-import', those('running'))
  await requeueLost(db, 'revert-import', those('reverting'))
}
