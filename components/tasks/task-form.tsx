import { localOf } from '@/lib/local-time'
import type { FormAction } from '@/lib/forms/form-state'
import type { TaskShape } from '@/lib/tasks/task-shape'
import { LinkButton } from '../ui/button'
import { type Option, SelectField, TextField } from '../ui/field'
import { Form, FormButtons, SubmitButton } from '../ui/form'

/** What is to be done, when and by whom, said anew; only what is changed here is changed. */
export function TaskForm({
  action,
  task,
  people,
  timeZone,
  doneHref,
  dropHref,
}: {
  action: FormAction
  task: TaskShape
  people: Option[]
  timeZone: string
  /** The address without the form. */
  doneHref: string
  /** Where the task is dropped. */
  dropHref: string
}) {
  const at = localOf(task.dueAt, timeZone)
  return (
    <Form
      action={action}
      hidden={{ taskId: task.id, timeZone, atBefore: at, assigneeBefore: task.assignee.id }}
      doneHref={doneHref}
      label="Edit the task"
    >
      <TextField
        name="what"
        label="What is to be done"
        defaultValue={task.what}
        maxLength={200}
        autoComplete="off"
        required
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="at" label="Due" type="datetime-local" defaultValue={at} required />
        <SelectField name="assignee" label="Who does it" options={people} defaultValue={task.assignee.id} />
      </div>
      <FormButtons>
        <SubmitButton>Save</SubmitButton>
        <LinkButton href={doneHref} scroll={false}>
          Cancel
        </LinkButton>
        <LinkButton look="quiet" href={dropHref} scroll={false} replace className="md:ml-auto">
          Drop the task…
        </LinkButton>
      </FormButtons>
    </Form>
  )
}
