import type { FormAction } from '@/lib/forms/form-state'
import type { WorkingHours } from '@/lib/handoffs/business-clock'
import { timeOptions } from '@/lib/tasks/quick-times'
import type { TaskShape } from '@/lib/tasks/task-shape'
import { Card } from '../ui/card'
import { Form, SubmitButton } from '../ui/form'
import { EditTask, FinishTask, SnoozeTask, type TaskActions } from './task-actions'
import { TaskDue } from './task-due'
import { TaskFields } from './task-fields'

type Props = {
  leadId: string
  /** The open tasks, due first, each with whether this person may change it. */
  tasks: { task: TaskShape; isChangeable: boolean; isTheirs: boolean }[]
  /** Undefined: this person plans nothing here. */
  plan: FormAction | undefined
  actions: TaskActions
  hours: WorkingHours
  now: Date
}

/** What is to be done about a lead next, and the line that plans it. D finishes the first, Z puts it off. */
export function NextStepCard({ leadId, tasks, plan, actions, hours, now }: Props) {
  const first = tasks.findIndex(({ isChangeable }) => isChangeable)
  return (
    <Card title={tasks.length > 1 ? 'Next steps' : 'Next step'} level={3}>
      {tasks.length > 0 ? (
        <ul className={plan ? 'mb-3 border-b border-line pb-2' : ''}>
          {tasks.map(({ task, isChangeable, isTheirs }, nth) => {
            const keys = nth === first ? 'page' : undefined
            const due = <TaskDue at={task.dueAt} zone={hours.timeZone} now={now} />
            return (
              <li key={task.id} className="flex min-h-9 items-center gap-2.5">
                {isChangeable ? <FinishTask task={task} keys={keys} actions={actions} /> : null}
                <span className="min-w-0 flex-1 text-sm break-words">
                  {task.what}
                  {isTheirs ? null : <span className="text-ink-quiet"> · {task.assignee.name}</span>}
                  <span className="block sm:hidden">{due}</span>
                </span>
                <span className="max-sm:hidden">{due}</span>
                {isChangeable ? (
                  <span className="flex shrink-0 items-center">
                    <EditTask task={task} keys={keys} actions={actions} />
                    <SnoozeTask task={task} keys={keys} actions={actions} hours={hours} now={now} />
                  </span>
                ) : null}
              </li>
            )
          })}
        </ul>
      ) : null}
      {plan ? (
        <Form
          action={plan}
          hidden={{ leadId, timeZone: hours.timeZone }}
          doneHref={actions.hereHref}
          className="flex items-start gap-2 max-sm:flex-col max-sm:items-stretch [&>[role=status]]:hidden [&>div:not([role])]:flex-1"
          label="Plan the next step"
        >
          <TaskFields times={timeOptions(now, hours)} />
          <SubmitButton look="secondary">Plan</SubmitButton>
        </Form>
      ) : null}
    </Card>
  )
}
