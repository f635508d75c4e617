import 'server-only'
import { db } from '@/lib/db'
import { requeueLost } from '@/lib/jobs/add-job'

/** Gives every bulk action under way whose job was lost a job again. */
export async function requeueBulkActions(): Promise<void> {
  const underWay = await db.bulkAction.findMany({
    where: { status: { in: ['running', 'undoing'] } },
    select: { id: true },
  })
  await requeueLost(
    db,
    'run-bulk-action',
    underWay.map(({ id }) => ({ bulkActionId: id })),
  )
}
