import { Check, Clock, Pencil } from 'lucide-react'
import { Link } from '@/components/ui/link'
import type { FormAction, FormState } from '@/lib/forms/form-state'
import type { WorkingHours } from '@/lib/handoffs/business-clock'
import { formatSince } from '@/lib/format/format-time'
import { offeredTimes } from '@/lib/tasks/quick-times'
import type { TaskShape } from '@/lib/tasks/task-shape'
import { Form, SubmitButton } from '../ui/form'

/** What can be done to a task in a list, as the page hands it over. */
export type TaskActions = {
  finish: FormAction
  undoFinish: (made: string) => Promise<FormState>
  snooze: FormAction
  /** Where a task is edited. */
  editHref: (taskId: string) => string
  /** Where the page stays after putting a task off. */
  hereHref: string
}

/** How a task is reached by its keys: from its row, from anywhere on the page, or not. */
export type TaskKeys = 'row' | 'page' | undefined

const keyOf = (letter: string, keys: TaskKeys) =>
  keys === 'row'
    ? { 'data-row-key': letter }
    : keys === 'page'
      ? { 'data-key': letter, 'aria-keyshortcuts': letter.toUpperCase() }
      : {}

/** The page that is shown anew says by itself that it is done. */
const quietForm = 'contents [&>[role=status]]:hidden'

/** The ring at the left of a task: pressing it is having done it. */
export function FinishTask({ task, keys, actions }: { task: TaskShape; keys: TaskKeys; actions: TaskActions }) {
  return (
    <Form
      action={actions.finish}
      undo={actions.undoFinish}
      hidden={{ taskId: task.id }}
      className={quietForm}
      label={`Finish ${task.what}`}
    >
      <button
        type="submit"
        aria-label={`Done: ${task.what}`}
        title={keys ? 'Done (D)' : 'Done'}
        {...keyOf('d', keys)}
        className="group/done relative flex size-5 shrink-0 items-center justify-center rounded-full border border-control text-transparent hover:border-good-ink hover:bg-good-wash hover:text-good-ink focus-visible:text-good-ink max-md:size-7 max-md:after:absolute max-md:after:-inset-2"
      >
        <Check className="size-3.5" strokeWidth={2.5} aria-hidden="true" />
      </button>
    </Form>
  )
}

/** Puts a task off to one of the offered times, each with a figure for its key. */
export function SnoozeTask({
  task,
  keys,
  actions,
  hours,
  now,
}: {
  task: TaskShape
  keys: TaskKeys
  actions: TaskActions
  hours: WorkingHours
  now: Date
}) {
  const times = offeredTimes(now, hours)
  return (
    <details data-menu className="relative shrink-0">
      <summary
        aria-label={`Put off: ${task.what}`}
        title={keys ? 'Put off (Z)' : 'Put off'}
        {...keyOf('z', keys)}
        className="flex size-7.5 list-none items-center justify-center rounded-md text-ink-quiet hover:bg-hover hover:text-ink max-md:size-11 [&::-webkit-details-marker]:hidden"
      >
        <Clock className="size-4" aria-hidden="true" />
      </summary>
      <div className="absolute right-0 z-30 mt-1 w-64 rounded-lg border border-line bg-surface p-1 shadow-over">
        <p className="px-2.5 pt-1.5 pb-1 text-xs text-ink-quiet">Put off to</p>
        <Form
          action={actions.snooze}
          hidden={{ taskId: task.id, timeZone: hours.timeZone }}
          doneHref={actions.hereHref}
          className="flex flex-col *:w-full *:justify-start [&>[role=status]]:hidden"
          label={`Put off ${task.what}`}
        >
          {times.map(({ time, words, at }, nth) => (
            <SubmitButton key={time} look="quiet" name="when" value={time} shortcut={`${nth + 1}`}>
              <span className="flex-1 text-left">{words}</span>
              <span className="font-normal text-ink-quiet tabular-nums">{formatSince(at, hours.timeZone, now)}</span>
            </SubmitButton>
          ))}
        </Form>
      </div>
    </details>
  )
}

/** Says a task anew: what, when, who; E in its row. */
export function EditTask({ task, keys, actions }: { task: TaskShape; keys: TaskKeys; actions: TaskActions }) {
  const isInRow = keys === 'row'
  return (
    <Link
      href={actions.editHref(task.id)}
      scroll={false}
      aria-label={`Edit: ${task.what}`}
      title={isInRow ? 'Edit (E)' : 'Edit'}
      data-row-key={isInRow ? 'e' : undefined}
      className="relative flex size-7.5 shrink-0 items-center justify-center rounded-md text-ink-quiet hover:bg-hover hover:text-ink max-md:size-11"
    >
      <Pencil className="size-4" aria-hidden="true" />
    </Link>
  )
}
