import { TaskForm } from '@/components/tasks/task-form'
import { ConfirmForm } from '@/components/ui/confirm-form'
import { Dialog } from '@/components/ui/dialog'
import type { Actor } from '@/lib/access/actor'
import { orNotFound } from '@/lib/access/or-not-found'
import { idParam, type PageParams, paramOf } from '@/lib/page-params'
import { listPeople } from '@/lib/people/queries'
import { companySettings } from '@/lib/settings/queries'
import { getTask } from '@/lib/tasks/queries'
import { dropTaskAction, editTaskAction } from './actions'

/** What `?do=` says of a task: `task` edits the one that `?task=` names, `drop` drops it. */
export const taskDialogNames = ['task', 'drop'] as const

/** The address of one of these dialogs over a page. */
export const taskDialogHref = (hereHref: string, name: (typeof taskDialogNames)[number], taskId: string) =>
  `${hereHref}${hereHref.includes('?') ? '&' : '?'}do=${name}&task=${taskId}`

/** Edits the task that the address names, gives it to somebody else, or drops it; over any page that shows tasks. */
export async function TaskDialog({
  actor,
  params,
  now,
  backHref,
}: {
  actor: Actor
  params: PageParams
  now: Date
  /** The address without the dialog. */
  backHref: string
}) {
  const name = taskDialogNames.find((word) => word === paramOf(params, 'do'))
  const taskId = idParam(params, 'task')
  if (!name || !taskId) return null
  const task = await orNotFound(getTask(actor, taskId, now))
  if (name === 'drop')
    return (
      <Dialog title="Drop this task?" subline={task.lead.name} size="sm" closeHref={backHref}>
        <ConfirmForm
          action={dropTaskAction}
          hidden={{ taskId }}
          submit="Drop the task"
          isDangerous
          doneHref={backHref}
          cancelHref={backHref}
        >
          “{task.what}” need not be done any more. The lead’s history says so; to have it back, plan it anew.
        </ConfirmForm>
      </Dialog>
    )
  const [people, { timeZone }] = await Promise.all([listPeople(actor), companySettings()])
  return (
    <Dialog title="Edit the task" subline={task.lead.name} closeHref={backHref}>
      <TaskForm
        action={editTaskAction}
        task={task}
        people={people.map((person) => ({ value: person.id, label: person.name }))}
        timeZone={timeZone}
        doneHref={backHref}
        dropHref={taskDialogHref(backHref, 'drop', taskId)}
      />
    </Dialog>
  )
}
