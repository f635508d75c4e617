import { CalendarCheck } from 'lucide-react'
import { allReps, DayPerson } from '@/components/tasks/day-person'
import { KeepPlace } from '@/components/tasks/keep-place'
import { TaskRow } from '@/components/tasks/task-row'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { hrefWith } from '@/components/ui/search-params'
import { Tabs } from '@/components/ui/tabs'
import type { Actor } from '@/lib/access/actor'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { orFirstPage } from '@/lib/or-first-page'
import { type PageParams, paramOf, startParam, wordParam } from '@/lib/page-params'
import { listPeople } from '@/lib/people/queries'
import { workingHours } from '@/lib/settings/promise-rules'
import { dueWordOf } from '@/lib/tasks/due-span'
import { type DueWord, dueWords } from '@/lib/tasks/input'
import { countTasks, listTasks } from '@/lib/tasks/list-tasks'
import { finishTaskAction, snoozeTaskAction, undoFinishAction } from '../tasks/actions'
import { TaskDialog, taskDialogHref } from '../tasks/task-dialog'

export const metadata = { title: 'My day' }

const views = ['week', 'later'] as const
const duesOf = { week: ['overdue', 'today', 'week'], later: ['later'] } as const
const headings: Record<DueWord, string> = { overdue: 'Overdue', today: 'Today', week: 'Next 7 days', later: 'Later' }
const rowsAPage = 50

/** What a person has to do: what is overdue, today, in the week after; further on under Later. Managers look at others' days. */
export default async function DayPage({ searchParams }: PageProps<'/day'>) {
  const actor = await currentActor()
  const params = await searchParams
  const now = new Date()
  const view = wordParam(params, 'view', views)
  const { people, whose, title } = await whoseDay(actor, params)
  const shownTasks = { ...whose, status: 'open' } as const
  const [{ page, isFirst, cursor }, hours, ...counted] = await Promise.all([
    orFirstPage(paramOf(params, 'cursor'), (asked) =>
      listTasks(actor, { filters: { ...shownTasks, due: duesOf[view] }, limit: rowsAPage, cursor: asked, now }),
    ),
    workingHours(),
    ...dueWords.map((due) => countTasks(actor, { ...shownTasks, due }, now)),
  ])
  const counts = Object.fromEntries(dueWords.map((due, nth) => [due, counted[nth] ?? 0])) as Record<DueWord, number>
  const total = duesOf[view].reduce((sum, due) => sum + counts[due], 0)
  const { data: tasks, nextCursor } = page
  const start = isFirst ? 0 : startParam(params)
  const hereHref = hrefWith('/day', params, { do: null, task: null, cursor: cursor ?? null, start: start || null })
  const hrefOfView = (word: string | null) => hrefWith('/day', params, { do: null, task: null, view: word })
  const actions = {
    finish: finishTaskAction,
    undoFinish: undoFinishAction,
    snooze: snoozeTaskAction,
    editHref: (taskId: string) => taskDialogHref(hereHref, 'task', taskId),
    hereHref,
  }
  return (
    <>
      <PageHeader
        title={title}
        subline={inWords(counts)}
        actions={
          people ? (
            <DayPerson person={paramOf(params, 'person')} view={paramOf(params, 'view')} people={people} />
          ) : undefined
        }
      />
      <div data-list className="mx-auto flex max-w-3xl flex-col gap-4 px-4 py-4 [overflow-anchor:none] md:px-6 md:py-6">
        <Tabs
          label="When"
          tabs={[
            { label: 'Next 7 days', href: hrefOfView(null), isActive: view === 'week' },
            { label: 'Later', count: formatCount(counts.later), href: hrefOfView('later'), isActive: view === 'later' },
          ]}
        />
        {tasks.length === 0 ? <Nothing later={view === 'week' ? counts.later : 0} /> : null}
        {duesOf[view].map((due) => {
          const shown = tasks.filter(({ dueAt }) => dueWordOf(dueAt, now, hours.timeZone) === due)
          return shown.length === 0 ? null : (
            <Card
              key={due}
              title={headings[due]}
              aside={formatCountOf(counts[due], 'task')}
              flush
              className="overflow-visible!"
            >
              <ul className="border-t border-line">
                {shown.map((task) => (
                  <TaskRow
                    key={task.id}
                    task={task}
                    namesPerson={!whose.assignee}
                    actions={actions}
                    hours={hours}
                    now={now}
                  />
                ))}
              </ul>
            </Card>
          )
        })}
        <KeepPlace rows={tasks.map(({ id }) => id).join()} />
        {start > 0 || nextCursor ? (
          <Pagination
            start={start}
            shown={tasks.length}
            total={total}
            noun={{ one: 'task', many: 'tasks' }}
            previousHref={start > 0 ? hrefWith('/day', params, {}) : undefined}
            nextHref={
              nextCursor
                ? hrefWith('/day', params, { cursor: nextCursor, start: String(start + tasks.length) })
                : undefined
            }
          />
        ) : null}
      </div>
      <TaskDialog actor={actor} params={params} now={now} backHref={hereHref} />
    </>
  )
}

/** Whose tasks `?person=` asks for, with those to choose from: one's own, except for who gives leads to others. */
async function whoseDay(actor: Actor, params: PageParams) {
  const own = { people: null, whose: { assignee: actor.id }, title: 'My day' }
  if (!can(actor, 'lead.assign')) return own
  const people = (await listPeople(actor)).filter(({ id }) => id !== actor.id)
  const asked = paramOf(params, 'person')
  if (asked === allReps) return { people, whose: { role: 'rep' as const }, title: 'The reps’ day' }
  const person = people.find(({ id }) => id === asked)
  return person ? { people, whose: { assignee: person.id }, title: `${person.name}’s day` } : { ...own, people }
}

function inWords({ overdue, today, week }: Record<DueWord, number>): string {
  if (overdue + today + week === 0) return 'Nothing is due in the next 7 days.'
  const late = overdue > 0 ? `${formatCount(overdue)} overdue, ` : ''
  return `${late}${today === 0 ? 'nothing more' : formatCount(today)} today, ${formatCount(week)} in the 7 days after.`
}

function Nothing({ later }: { later: number }) {
  return (
    <EmptyState icon={<CalendarCheck />} title={later > 0 ? 'Nothing is due this week' : 'Nothing is planned'}>
      Plan the next step on the page of a lead, or while you log a touch. It comes back here when it is due.
    </EmptyState>
  )
}
