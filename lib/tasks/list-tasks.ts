import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { visibleLeads } from '@/lib/access/scopes'
import { db } from '@/lib/db'
import { cutPage, defaultLimit, momentOf, type Page, readCursor } from '@/lib/page'
import { companySettings } from '@/lib/settings/queries'
import { dueSpan } from '@/lib/tasks/due-span'
import type { DueWord, TaskState } from '@/lib/tasks/input'
import { taskInclude, taskShape, type TaskShape } from '@/lib/tasks/task-shape'
import type { Prisma } from '@/prisma/generated/client'
import type { Role } from '@/prisma/generated/enums'

const sort = 'dueAt'

/** Of several `due` one is enough. Only open tasks are due, unless `status` says otherwise. */
export type TaskFilters = {
  assignee?: string | undefined
  /** The tasks of all people of a role. */
  role?: Role | undefined
  lead?: string | undefined
  status?: TaskState | undefined
  due?: DueWord | readonly DueWord[] | undefined
}

type TaskList = {
  filters?: TaskFilters
  /** 1 to 200 */
  limit?: number | undefined
  cursor?: string | undefined
  now: Date
}

const states: Record<TaskState, Prisma.TaskWhereInput> = {
  open: { doneAt: null, cancelledAt: null },
  done: { doneAt: { not: null } },
  cancelled: { cancelledAt: { not: null } },
}

/** The tasks of leads that exist for the actor. */
function tasksWhere(actor: Actor, filters: TaskFilters, now: Date, timeZone: string): Prisma.TaskWhereInput {
  const { assignee, role, lead, due, status = due && 'open' } = filters
  const spans = [due ?? []].flat().map((word) => dueSpan(word, now, timeZone))
  return {
    AND: [
      { lead: { is: visibleLeads(actor) } },
      assignee ? { assigneeId: assignee } : {},
      role ? { assignee: { is: { role } } } : {},
      lead ? { leadId: lead } : {},
      status ? states[status] : {},
      spans.length > 0
        ? {
            OR: spans.map(({ from, to }) => ({ dueAt: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } })),
          }
        : {},
    ],
  }
}

/**
 * A page of the tasks of leads that exist for the actor, due first.
 *
 * Throws INVALID for a cursor of another list.
 */
export async function listTasks(actor: Actor, list: TaskList): Promise<Page<TaskShape>> {
  authorise(actor, 'task.plan')
  const { filters = {}, limit = defaultLimit, cursor, now } = list
  const { timeZone } = await companySettings()
  const past = readCursor(cursor, sort)
  const at = past && momentOf(past)
  const rows = await db.task.findMany({
    where: {
      AND: [
        tasksWhere(actor, filters, now, timeZone),
        past && at ? { OR: [{ dueAt: { gt: at } }, { dueAt: at, id: { gt: past.id } }] } : {},
      ],
    },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: limit + 1,
    include: taskInclude,
  })
  const { data, nextCursor } = cutPage(rows, limit, ({ dueAt, id }) => ({ sort, value: dueAt.toISOString(), id }))
  return { data: data.map((task) => taskShape(task, now)), nextCursor }
}

/** How many tasks there are. */
export async function countTasks(actor: Actor, filters: TaskFilters, now: Date): Promise<number> {
  authorise(actor, 'task.plan')
  const { timeZone } = await companySettings()
  return db.task.count({ where: tasksWhere(actor, filters, now, timeZone) })
}
