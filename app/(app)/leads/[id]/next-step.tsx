import { NextStepCard } from '@/components/tasks/next-step-card'
import type { Actor } from '@/lib/access/actor'
import type { LeadPage } from '@/lib/leads/lead-page'
import { workingHours } from '@/lib/settings/promise-rules'
import { listTasks } from '@/lib/tasks/list-tasks'
import { finishTaskAction, planTaskAction, snoozeTaskAction, undoFinishAction } from '../../tasks/actions'
import { taskDialogHref } from '../../tasks/task-dialog'

/** So many open tasks of a lead are seen at once; more is a plan that nobody follows. */
const mostShown = 20

/** What is to be done about the lead next. Nothing where nothing is planned and this person plans nothing. */
export async function NextStep({
  actor,
  page: { lead, rights },
  hereHref,
  now,
}: {
  actor: Actor
  page: LeadPage
  /** The address of the page as it is, without a dialog. */
  hereHref: string
  now: Date
}) {
  const [{ data }, hours] = await Promise.all([
    listTasks(actor, { filters: { lead: lead.id, status: 'open' }, limit: mostShown, now }),
    workingHours(),
  ])
  if (data.length === 0 && !rights.plan) return null
  return (
    <NextStepCard
      leadId={lead.id}
      tasks={data.map((task) => {
        const isTheirs = task.assignee.id === actor.id
        return { task, isTheirs, isChangeable: isTheirs || rights.plan }
      })}
      plan={rights.plan ? planTaskAction : undefined}
      actions={{
        finish: finishTaskAction,
        undoFinish: undoFinishAction,
        snooze: snoozeTaskAction,
        editHref: (taskId) => taskDialogHref(hereHref, 'task', taskId),
        hereHref,
      }}
      hours={hours}
      now={now}
    />
  )
}
