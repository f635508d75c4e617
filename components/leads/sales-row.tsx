import type { ReactNode } from 'react'
import { formatCountOf, formatMoney } from '@/lib/format/format-number'
import { reasonLabels } from '@/lib/handoffs/reasons'
import type { WorkingHours } from '@/lib/handoffs/business-clock'
import { silentFromDays } from '@/lib/leads/rep-focus'
import type { SalesRow } from '@/lib/leads/sales-list'
import { daysBetween } from '@/lib/scoring/explain-stage'
import type { ScoringPolicy } from '@/lib/scoring/policy'
import { touchInWords } from '@/lib/touchpoints/touch-in-words'
import { Avatar } from '../ui/avatar'
import { Badge } from '../ui/badge'
import { TaskDue } from '../tasks/task-due'
import { DateTime, DueTime } from '../ui/date-time'
import { SplitRow } from '../ui/split-view'
import { OutcomeBadge } from './lead-badges'
import { StageBadge } from './stage-badge'
import { TouchMeter } from './touch-meter'

type Props = {
  row: SalesRow
  href: string
  isOpen: boolean
  policy: ScoringPolicy
  hours: WorkingHours
  now: Date
  /** Says whose the lead is, where the list has those of several reps. */
  hasReps: boolean
  /** Who looks at the list. */
  personId: string
  /** What a phone's card offers. */
  actions?: ReactNode
}

/** A lead in one of the lists of Sales. */
export function SalesListRow({ row, href, isOpen, policy, hours, now, hasReps, personId, actions }: Props) {
  const about = [row.title, row.company, hasReps ? row.rep : null].filter(Boolean).join(' · ')
  return (
    <SplitRow href={href} isOpen={isOpen} label={row.name}>
      <div className="flex gap-3">
        <span className="max-md:hidden">
          <Avatar name={row.name} />
        </span>
        <div className="min-w-0 flex-1">
          <div className="flex min-w-0 items-center gap-2">
            <span className="truncate text-base font-medium">{row.name}</span>
            {row.outcome === 'OPEN' ? <StageBadge stage={row.stage} /> : <OutcomeBadge outcome={row.outcome} />}
            {row.givenTo ? (
              <Badge tone={row.givenTo.id === personId ? 'sales' : 'neutral'}>
                For {row.givenTo.id === personId ? 'you' : row.givenTo.name}
              </Badge>
            ) : null}
            <span className="ml-auto shrink-0 pl-1">
              <Corner row={row} hours={hours} now={now} />
            </span>
          </div>
          <p className="truncate text-sm text-ink-soft">{about || 'No company known'}</p>
          <div className="mt-2.5 flex min-w-0 items-center gap-3">
            <TouchMeter
              ticks={row.ticks}
              touchCount={row.touchCount}
              warmAt={policy.warmAt}
              hotAt={policy.hotAt}
              closeBy={policy.closeBy}
            />
            <span className="shrink-0 text-xs text-ink-soft">{formatCountOf(row.touchCount, 'touch', 'touches')}</span>
            <span className="min-w-0 flex-1 truncate text-right text-xs text-ink-quiet max-lg:hidden">
              <Last row={row} hours={hours} now={now} />
            </span>
          </div>
          <div className="mt-2.5 flex min-w-0 items-center gap-2 lg:hidden">
            <span className="min-w-0 flex-1 truncate text-xs text-ink-quiet">
              <Last row={row} hours={hours} now={now} />
            </span>
            {actions}
          </div>
        </div>
      </div>
    </SplitRow>
  )
}

/** The time that matters: the overdue step, the promise, the step to come, else how long nobody said a word, else when it was closed. */
function Corner({ row, hours, now }: Pick<Props, 'row' | 'hours' | 'now'>) {
  const { timeZone } = hours
  if (row.closedAt)
    return (
      <span className="text-xs text-ink-quiet">
        <DateTime at={row.closedAt} zone={timeZone} now={now} as="day" />
      </span>
    )
  const step = row.nextStep ? <TaskDue at={row.nextStep.dueAt} zone={timeZone} now={now} /> : null
  if (row.nextStep && row.nextStep.dueAt < now) return step
  if (row.dueAt) return <DueTime at={row.dueAt} hours={hours} now={now} />
  if (step) return step
  if (!row.lastTouch) return <span className="text-xs text-ink-quiet">No touch yet</span>
  const days = daysBetween(row.lastTouch.occurredAt, now, timeZone)
  const words = days === 0 ? 'Touched today' : `Silent ${formatCountOf(days, 'day')}`
  return <span className={`text-xs ${days >= silentFromDays ? 'text-warm-ink' : 'text-ink-quiet'}`}>{words}</span>
}

function Last({ row, hours: { timeZone }, now }: Pick<Props, 'row' | 'hours' | 'now'>) {
  if (row.outcome === 'LOST' && row.lostReason) return reasonLabels[row.lostReason]
  if (row.outcome === 'WON') return row.value === null ? 'No value said' : formatMoney(row.value, row.currency ?? 'EUR')
  if (row.nextStep) return `Next: ${row.nextStep.what}`
  if (!row.lastTouch) return 'Nobody has reached out yet'
  return (
    <>
      {touchInWords(row.lastTouch)}, <DateTime at={row.lastTouch.occurredAt} zone={timeZone} now={now} />
    </>
  )
}
