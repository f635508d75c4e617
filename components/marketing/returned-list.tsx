import { Link } from '@/components/ui/link'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { formatDay } from '@/lib/format/format-time'
import type { WorkingHours } from '@/lib/handoffs/business-clock'
import type { HandoffShape } from '@/lib/handoffs/handoff-shape'
import { reasonLabels } from '@/lib/handoffs/reasons'
import { DateTime, DueTime } from '../ui/date-time'

type Facts = { hours: WorkingHours; now: Date }

function Returned({ handoff, isToAnswer, facts }: { handoff: HandoffShape; isToAnswer: boolean; facts: Facts }) {
  const { lead, reason, note, returnedAt, returnedBy, answerDueAt, wakeOn } = handoff
  const why = note ?? (reason ? reasonLabels[reason] : '')
  return (
    <li className="relative -mx-2 rounded-md px-2 py-1.5 focus-within:bg-hover hover:bg-hover">
      <div className="flex items-baseline justify-between gap-3">
        <Link
          href={isToAnswer ? `/leads/${lead.id}?do=answer` : `/leads/${lead.id}`}
          data-row
          className="min-w-0 truncate text-sm font-medium after:absolute after:inset-0 after:rounded-md focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
        >
          {lead.name}
        </Link>
        <span className="shrink-0 text-xs text-ink-quiet">
          {returnedBy ? `${returnedBy.name} · ` : ''}
          {returnedAt ? <DateTime at={returnedAt} zone={facts.hours.timeZone} now={facts.now} /> : null}
        </span>
      </div>
      <div className="mt-0.5 flex items-center justify-between gap-2">
        <p className="min-w-0 truncate text-xs text-ink-soft">{why}</p>
        {isToAnswer && answerDueAt ? (
          <DueTime at={answerDueAt} hours={facts.hours} now={facts.now} />
        ) : (
          <span className="shrink-0 text-xs text-ink-quiet">
            {wakeOn ? `wakes ${formatDay(new Date(`${wakeOn}T12:00:00Z`), 'UTC', facts.now)}` : 'recycled'}
          </span>
        )}
      </div>
    </li>
  )
}

/** What Sales gave back: repairs first, since Sales waits for the answer, then what is to be warmed up again. */
export function ReturnedList({
  repairs,
  repairCount,
  recycled,
  asleepCount,
  hours,
  now,
}: {
  repairs: HandoffShape[]
  repairCount: number
  recycled: HandoffShape[]
  asleepCount: number
} & Facts) {
  const isEmpty = repairs.length === 0 && recycled.length === 0
  return (
    <section>
      <h2 className="mb-1.5 text-sm font-semibold">
        Sent back by Sales{' '}
        {repairCount > 0 ? (
          <span className="font-normal text-ink-quiet tabular-nums">{formatCount(repairCount)} to answer</span>
        ) : null}
      </h2>
      {isEmpty ? (
        <p className="text-xs text-ink-quiet">Nothing came back in the last 30 days.</p>
      ) : (
        <ul>
          {repairs.map((handoff) => (
            <Returned key={handoff.id} handoff={handoff} isToAnswer facts={{ hours, now }} />
          ))}
          {recycled.map((handoff) => (
            <Returned key={handoff.id} handoff={handoff} isToAnswer={false} facts={{ hours, now }} />
          ))}
        </ul>
      )}
      {repairCount > repairs.length ? (
        <Link
          href="/handoffs"
          className="text-xs font-medium text-ink-soft underline underline-offset-2 hover:text-ink"
        >
          All {formatCount(repairCount)} to answer
        </Link>
      ) : null}
      {asleepCount > 0 ? (
        <Link
          href="/leads?asleep=yes"
          className="mt-1 block text-xs font-medium text-ink-soft underline underline-offset-2 hover:text-ink"
        >
          {formatCountOf(asleepCount, 'lead')} asleep until {asleepCount === 1 ? 'its' : 'their'} day
        </Link>
      ) : null}
    </section>
  )
}
