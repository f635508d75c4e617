import * as z from 'zod'
import { instant, must, oneOf, text, uuid } from '@/lib/fields'

const what = must('Say what is to be done.', text(200))
const dueAt = must('Say when it is due.', instant)

/** A next step as it is said where a touch is logged; its assignee is who logs it. */
export const nextStep = z.strictObject({ what, dueAt })

/** `assignee` left out: who plans it. */
export const planTaskInput = nextStep.extend({ leadId: uuid, assignee: uuid.optional() })

export const editTaskInput = z.strictObject({
  taskId: uuid,
  changes: z
    .strictObject({ what: what.optional(), dueAt: dueAt.optional(), assignee: uuid.optional() })
    .refine((changes) => Object.values(changes).some((fact) => fact !== undefined), 'Say what changes.'),
})

export const snoozeTaskInput = z.strictObject({ taskId: uuid, until: must('Say until when.', instant) })

export const taskIdInput = z.strictObject({ taskId: uuid })

/** How a task stands. */
export const taskStates = ['open', 'done', 'cancelled'] as const
export type TaskState = (typeof taskStates)[number]

/** When a task is due, seen from now: before now, later today, in the seven days after today, after those. */
export const dueWords = ['overdue', 'today', 'week', 'later'] as const
export type DueWord = (typeof dueWords)[number]

/** The filters of the list of tasks, as parameters of an address. */
export const taskFilters = {
  assignee: uuid.optional(),
  lead: uuid.optional(),
  due: oneOf(dueWords).optional(),
  status: oneOf(taskStates).optional(),
}
