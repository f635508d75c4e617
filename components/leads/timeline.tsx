import { ArrowRightLeft } from 'lucide-react'
import { Link } from '@/components/ui/link'
import type { ReactNode } from 'react'
import { describeChange } from '@/lib/activity/describe-change'
import type { TimelineLine, TimelineTouch } from '@/lib/activity/timeline'
import { formatDay } from '@/lib/format/format-time'
import { channels } from '@/lib/touchpoints/channel'
import { DateTime } from '../ui/date-time'
import { TeamDot } from './lead-badges'

/** What the lines are told against: the milestones of the lead and when it came to be. */
export type TimelineFacts = { warmedAt: Date[]; hotAt: Date[]; createdAt: Date; timeZone: string; now: Date }

type Props = {
  lines: TimelineLine[]
  facts: TimelineFacts
  /** Where a touch is voided; undefined for touches that are not this person's to void. */
  voidHref: (touch: TimelineTouch) => string | undefined
  /** Where a merge is undone; undefined for one that is not in force, or not this person's to undo. */
  undoHref?: (mergeId: string) => string | undefined
}

/** A lead's history, what happened last first. `<Timeline lines={page.data} facts={…} voidHref={…} undoHref={…} />` */
export function Timeline({ lines, facts, voidHref, undoHref }: Props) {
  const milestones = milestoneLines(lines, facts)
  return (
    <ol className="flex flex-col">
      {lines.map((line, index) => (
        <Line key={line.seq} line={line} facts={facts} isLast={index === lines.length - 1}>
          {line.touch ? (
            <TouchWords
              line={line}
              touch={line.touch}
              facts={facts}
              milestone={milestones.get(line.seq)}
              voidHref={voidHref(line.touch)}
            />
          ) : (
            <ChangeWords line={line} facts={facts} undoHref={undoHref} />
          )}
        </Line>
      ))}
    </ol>
  )
}

/** By line: "became warm here". Of touches of the same moment, the last one is named. */
function milestoneLines(lines: TimelineLine[], { warmedAt, hotAt }: TimelineFacts): Map<string, string> {
  const found = new Map<string, string>()
  const mark = (moments: Date[], words: string) => {
    for (const moment of moments) {
      const line = lines.find(({ touch, at }) => touch && !touch.voidedAt && at.getTime() === moment.getTime())
      if (line) found.set(line.seq, words)
    }
  }
  mark(warmedAt, 'became warm here')
  mark(hotAt, 'became hot here')
  return found
}

function Line({
  line,
  facts,
  isLast,
  children,
}: {
  line: TimelineLine
  facts: TimelineFacts
  isLast: boolean
  children: ReactNode
}) {
  return (
    <li className="group/line relative flex gap-3 pb-4">
      {isLast ? null : (
        <span aria-hidden="true" className="absolute top-5 bottom-0 left-[9.5px] w-px bg-line-strong/60" />
      )}
      <span className="flex h-5 w-5 shrink-0 items-center justify-center">
        <Mark line={line} />
      </span>
      <div className="min-w-0 flex-1 text-sm">{children}</div>
      <span className="shrink-0 text-xs leading-5 text-ink-quiet">
        <DateTime at={line.at} zone={facts.timeZone} now={facts.now} />
      </span>
    </li>
  )
}

function Mark({ line: { touch, change } }: { line: TimelineLine }) {
  if (touch) {
    const isSales = channels[touch.channel].team === 'sales'
    return <TeamDot team={isSales ? 'SALES' : 'MARKETING'} label={isSales ? 'Sales' : 'Marketing'} />
  }
  return change.type === 'handoff_accepted' ? (
    <span className="flex size-5 items-center justify-center rounded-full bg-ink text-on-ink">
      <ArrowRightLeft className="size-3" aria-hidden="true" />
    </span>
  ) : (
    <span aria-hidden="true" className="size-2 rounded-full border-2 border-line-strong bg-surface" />
  )
}

function ChangeWords({
  line: { change, actor },
  facts: { timeZone },
  undoHref,
}: { line: TimelineLine; facts: TimelineFacts } & Pick<Props, 'undoHref'>) {
  if (!change) return null
  const undo = change.type === 'leads_merged' ? undoHref?.(change.data.mergeId) : undefined
  const { title, detail } = describeChange(change, actor, timeZone)
  const isByPerson = actor && !title.startsWith(actor)
  return (
    <>
      <p className="break-words">
        <span className="font-medium">{title}</span> {detail ? <span className="text-ink-soft">{detail}</span> : null}
        {undo ? (
          <Link
            href={undo}
            scroll={false}
            aria-label={`Undo: ${title}`}
            className="ml-2 rounded-sm px-1 text-xs font-medium text-ink-quiet underline-offset-2 hover:text-ink hover:underline"
          >
            Undo
          </Link>
        ) : null}
      </p>
      {isByPerson ? <p className="text-xs text-ink-quiet">{actor}</p> : null}
    </>
  )
}

function TouchWords({
  line,
  touch,
  facts,
  milestone,
  voidHref,
}: {
  line: TimelineLine
  touch: TimelineTouch
  facts: TimelineFacts
  milestone?: string
  voidHref?: string
}) {
  const { timeZone, now } = facts
  const day = (at: Date) => formatDay(at, timeZone, now)
  const isBefore = line.at < facts.createdAt && day(line.at) !== day(facts.createdAt)
  const about = [
    line.actor,
    touch.direction === 'inbound' ? 'the lead reached out' : touch.engaged ? 'the lead responded' : null,
    isBefore ? 'before the lead was created' : null,
    day(touch.loggedAt) === day(line.at) ? null : `logged ${day(touch.loggedAt)}`,
    milestone,
  ].filter(Boolean)
  const voided = touch.voidedAt ? `Voided${touch.voidedBy ? ` by ${touch.voidedBy}` : ''} ${day(touch.voidedAt)}` : null
  return (
    <>
      <p className={`break-words ${voided ? 'text-ink-quiet line-through' : ''}`}>
        <span className="font-medium">{channels[touch.channel].label}</span>{' '}
        {touch.note ? (
          <span className={`whitespace-pre-line ${voided ? '' : 'text-ink-soft'}`}>{touch.note}</span>
        ) : null}
      </p>
      <p className="text-xs break-words text-ink-quiet">
        {touch.campaign && touch.campaignId ? (
          <>
            Campaign:{' '}
            <Link href={`/campaigns/${touch.campaignId}`} className="hover:text-ink hover:underline">
              {touch.campaign}
            </Link>
            {about.length > 0 ? ' · ' : ''}
          </>
        ) : null}
        {about.join(' · ')}
        {voided ? <span className="font-medium"> · {voided}</span> : null}
        {voidHref && !voided ? (
          <Link
            href={voidHref}
            scroll={false}
            aria-label={`Void this touch: ${channels[touch.channel].label}, ${day(line.at)}`}
            className="ml-2 rounded-sm px-1 font-medium underline-offset-2 transition-opacity group-focus-within/line:opacity-100 group-hover/line:opacity-100 hover:text-ink hover:underline focus-visible:opacity-100 md:opacity-0"
          >
            Void
          </Link>
        ) : null}
      </p>
    </>
  )
}
