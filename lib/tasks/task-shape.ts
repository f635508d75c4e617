import { leadName } from '@/lib/leads/lead-shape'
import type { TaskState } from '@/lib/tasks/input'
import type { Prisma } from '@/prisma/generated/client'

const person = { select: { id: true, name: true } } as const

/** What a task's answer is made from. */
export const taskInclude = {
  lead: {
    include: {
      company: { select: { id: true, name: true, domain: true } },
      state: { select: { stage: true, outcome: true, repId: true } },
    },
  },
  assignee: person,
  createdBy: person,
  doneBy: person,
} satisfies Prisma.TaskInclude

export type TaskRow = Prisma.TaskGetPayload<{ include: typeof taskInclude }>

export const stateOf = ({ doneAt, cancelledAt }: Pick<TaskRow, 'doneAt' | 'cancelledAt'>): TaskState =>
  doneAt ? 'done' : cancelledAt ? 'cancelled' : 'open'

/** A task as the API answers it and as pages read it; overdue or not at `now`. */
export function taskShape(task: TaskRow, now: Date) {
  const { lead } = task
  if (!lead.state) throw new Error(`lead ${lead.id} has no state`)
  const { stage, outcome } = lead.state
  const status = stateOf(task)
  return {
    id: task.id,
    leadId: task.leadId,
    lead: { id: lead.id, name: leadName(lead), title: lead.title, company: lead.company, stage, outcome },
    what: task.what,
    dueAt: task.dueAt,
    status,
    overdue: status === 'open' && task.dueAt < now,
    assignee: task.assignee,
    createdBy: task.createdBy,
    createdAt: task.createdAt,
    doneAt: task.doneAt,
    doneBy: task.doneBy,
    cancelledAt: task.cancelledAt,
  }
}

export type TaskShape = ReturnType<typeof taskShape>
