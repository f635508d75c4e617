'use server'

import { atField } from '@/lib/field-names'
import { formatMoment } from '@/lib/format/format-time'
import { formAction, undoAction } from '@/lib/forms/form-action'
import { instantOf } from '@/lib/local-time'
import { cancelTask } from '@/lib/tasks/cancel-task'
import { editTask } from '@/lib/tasks/edit-task'
import { finishTask } from '@/lib/tasks/finish-task'
import { planTask } from '@/lib/tasks/plan-task'
import { reopenTask } from '@/lib/tasks/reopen-task'
import { snoozeTask } from '@/lib/tasks/snooze-task'
import { dueOfForm, taskOfForm } from '@/lib/tasks/task-of-form'

export const planTaskAction = formAction(
  async (fields) => ({ leadId: fields.text('leadId'), ...(await taskOfForm(fields)) }),
  (actor, input) => atField(planTask(actor, input), { dueAt: 'when' }),
  ({ what, dueAt }, fields) => ({ message: `${what}: planned for ${formatMoment(dueAt, fields.typed('timeZone'))}.` }),
)

export const finishTaskAction = formAction(
  (fields) => ({ taskId: fields.text('taskId') }),
  finishTask,
  ({ id, what }) => ({ message: `Done: ${what}.`, made: id }),
)

export const undoFinishAction = undoAction(
  (actor, taskId) => reopenTask(actor, { taskId }),
  'The task is still to be done.',
)

export const snoozeTaskAction = formAction(
  async (fields) => ({ taskId: fields.text('taskId'), until: await dueOfForm(fields) }),
  (actor, input) => atField(snoozeTask(actor, input), { until: 'when' }),
  ({ what, dueAt }, fields) => ({ message: `${what}: put off to ${formatMoment(dueAt, fields.typed('timeZone'))}.` }),
)

export const editTaskAction = formAction(
  (fields) => {
    const isChanged = (name: string) => fields.typed(name) !== fields.typed(`${name}Before`)
    return {
      taskId: fields.text('taskId'),
      changes: {
        what: fields.typed('what'),
        dueAt: isChanged('at') ? instantOf(fields.typed('at'), fields.typed('timeZone')) : undefined,
        assignee: isChanged('assignee') ? fields.text('assignee') : undefined,
      },
    }
  },
  (actor, input) => atField(editTask(actor, input), { 'changes.what': 'what', 'changes.dueAt': 'at' }),
  ({ what, assignee }, fields) => ({
    message: assignee.id === fields.typed('assigneeBefore') ? `${what}: saved.` : `${what}: ${assignee.name} does it.`,
  }),
)

export const dropTaskAction = formAction(
  (fields) => ({ taskId: fields.text('taskId') }),
  cancelTask,
  ({ what }) => ({ message: `Dropped: ${what}.` }),
)
