import { Link } from '@/components/ui/link'
import type { WorkingHours } from '@/lib/handoffs/business-clock'
import type { TaskShape } from '@/lib/tasks/task-shape'
import { StageBadge } from '../leads/stage-badge'
import { EditTask, FinishTask, SnoozeTask, type TaskActions } from './task-actions'
import { TaskDue } from './task-due'

/** A task in a list: pressing the ring is having done it, the rest opens the lead. */
export function TaskRow({
  task,
  namesPerson,
  actions,
  hours,
  now,
}: {
  task: TaskShape
  /** Whether it says whose task it is, in a list of several people's. */
  namesPerson: boolean
  actions: TaskActions
  hours: WorkingHours
  now: Date
}) {
  const { lead, what } = task
  const due = <TaskDue at={task.dueAt} zone={hours.timeZone} now={now} />
  return (
    <li className="relative flex items-center gap-3 border-b border-line px-4 py-2.5 transition last:border-b-0 focus-within:bg-hover hover:bg-hover md:px-5 in-data-live:starting:-translate-y-3 in-data-live:starting:opacity-0 [&_button]:relative [&_details]:relative">
      <FinishTask task={task} keys="row" actions={actions} />
      <div className="min-w-0 flex-1">
        <Link
          href={`/leads/${lead.id}`}
          data-row
          data-row-key="o"
          aria-label={`${what}, ${lead.name}`}
          className="line-clamp-2 text-sm font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
        >
          {what}
        </Link>
        <p className="flex min-w-0 items-center gap-x-2 text-xs text-ink-soft max-md:flex-wrap">
          <span className="max-w-full truncate">
            {[namesPerson ? task.assignee.name : null, lead.name, lead.company?.name].filter(Boolean).join(' · ')}
          </span>
          <span className="shrink-0 max-md:hidden">
            <StageBadge stage={lead.stage} />
          </span>
          <span className="shrink-0 md:hidden">{due}</span>
        </p>
      </div>
      <span className="max-md:hidden">{due}</span>
      <span className="flex shrink-0 items-center max-md:-mr-2">
        <EditTask task={task} keys="row" actions={actions} />
        <SnoozeTask task={task} keys="row" actions={actions} hours={hours} now={now} />
      </span>
    </li>
  )
}
