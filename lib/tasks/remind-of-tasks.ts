import 'server-only'
import { db, type Tx } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'

/** Tasks that are reminded of in one transaction. */
const mostAtOnce = 1000

type Due = { id: string; leadId: string; what: string; dueAt: Date; assigneeId: string }

/**
 * Reminds people of their open tasks that have become due, each task once for the time that it is due: one that is put
 * off is due anew. Done by the clock, however many processes do it and however long none did. Returns how many there were.
 */
export async function remindOfTasks(now = new Date()): Promise<number> {
  let reminded = 0
  for (;;) {
    const some = await db.$transaction((tx) => remindOfSome(tx, now))
    reminded += some
    if (some < mostAtOnce) return reminded
  }
}

async function remindOfSome(tx: Tx, now: Date): Promise<number> {
  const due = await tx.$queryRaw<Due[]>`
    update task set reminded_for = due_at where id in (
      select id from task
      where due_at <= ${now} and done_at is null and cancelled_at is null and reminded_for is distinct from due_at
      order by due_at limit ${mostAtOnce} for update skip locked
    )
    returning id, lead_id as "leadId", what, due_at as "dueAt", assignee_id as "assigneeId"`
  await notify(
    tx,
    'task_due',
    { actorId: null, now },
    due.map(({ id, leadId, what, dueAt, assigneeId }) => ({
      key: `${id} ${dueAt.toISOString()}`,
      to: [assigneeId],
      leadId,
      taskId: id,
      at: dueAt,
      data: { what },
    })),
  )
  return due.length
}
