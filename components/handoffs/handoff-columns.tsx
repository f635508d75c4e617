import type { ReactNode } from 'react'
import { formatCount } from '@/lib/format/format-number'
import { reasonLabels, returnKindWords } from '@/lib/handoffs/reasons'
import type { WorkingHours } from '@/lib/handoffs/business-clock'
import type { ListedHandoff } from '@/lib/handoffs/list-handoffs'
import type { HandoffView } from '@/lib/handoffs/views'
import { offeredInWords, stateInWords } from '@/lib/handoffs/state-in-words'
import type { ScoringPolicy } from '@/lib/scoring/policy'
import { StageBadge } from '../leads/stage-badge'
import { TouchMeter } from '../leads/touch-meter'
import { Badge } from '../ui/badge'
import { DateTime, DueTime } from '../ui/date-time'
import { Count } from '../ui/number'
import type { Column } from '../ui/table'

type About = {
  policy: ScoringPolicy
  hours: WorkingHours
  now: Date
  /** Of waiting offers the state is the time that is left. */
  view: HandoffView
  /** What can be done with a row; left out where nothing ever can. */
  actions?: (handoff: ListedHandoff) => ReactNode
}

const extra = { isExtra: true } as const

/**
 * The columns of a list of handoffs: the lead, the offer, how it stands in words, why, and what can be done; after them
 * those that can be chosen besides.
 */
export function handoffColumns({ policy, hours, now, view, actions }: About): Column<ListedHandoff>[] {
  const { timeZone } = hours
  const isWaiting = view === 'waiting'
  const hasRoomForOffer = isWaiting || !actions
  return [
    {
      key: 'lead',
      header: 'Lead',
      sortKey: 'lead',
      width: 'w-64',
      cell: ({ lead }) => (
        <>
          <span className="max-md:block max-md:truncate">{lead.name}</span>
          {lead.company ? (
            <span className="font-normal text-ink-quiet max-md:block max-md:truncate max-md:text-sm">
              <span className="max-md:hidden"> · </span>
              {lead.company.name}
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: 'stage',
      header: 'Stage',
      sortKey: 'touchCount',
      width: 'w-24',
      card: 'aside',
      cell: ({ lead }) => (
        <span className="flex">
          <StageBadge stage={lead.stage} />
        </span>
      ),
    },
    {
      key: 'touches',
      header: 'Touches',
      sortKey: 'touchCount',
      width: 'w-44',
      hideBelow: 'xl',
      card: 'left',
      cell: ({ lead }) => (
        <TouchMeter
          ticks={lead.ticks}
          touchCount={lead.touchCount}
          warmAt={policy.warmAt}
          hotAt={policy.hotAt}
          closeBy={policy.closeBy}
        />
      ),
    },
    {
      ...(hasRoomForOffer ? {} : extra),
      key: 'offered',
      header: 'Offered',
      sortKey: 'offeredAt',
      width: 'w-42',
      hideBelow: 'xl',
      card: 'right',
      cell: (handoff) => (
        <span className="text-ink-soft">
          {offeredInWords(handoff)}, <DateTime at={handoff.offeredAt} zone={timeZone} now={now} />
        </span>
      ),
    },
    {
      key: 'state',
      header: isWaiting ? 'Due' : 'State',
      sortKey: isWaiting ? 'dueAt' : view === 'all' ? 'status' : 'since',
      width: isWaiting ? 'w-36' : 'w-52',
      card: isWaiting ? 'left' : 'line',
      cell: (handoff) =>
        handoff.status === 'WAITING' ? (
          <span className="flex">
            <DueTime at={handoff.dueAt} hours={hours} now={now} />
          </span>
        ) : view === 'answer' && handoff.answerDueAt ? (
          <span className="flex" title={stateInWords(handoff, now, timeZone)}>
            <DueTime at={handoff.answerDueAt} hours={hours} now={now} />
          </span>
        ) : (
          <span title={stateInWords(handoff, now, timeZone)}>{stateInWords(handoff, now, timeZone)}</span>
        ),
    },
    { key: 'why', header: isWaiting ? 'Note' : 'Why', cell: (handoff) => <Why handoff={handoff} /> },
    ...(actions
      ? [
          {
            key: 'actions',
            header: 'What next',
            width: isWaiting ? 'w-52' : 'w-28',
            align: 'right' as const,
            card: 'right' as const,
            cell: actions,
          },
        ]
      : []),
    {
      ...extra,
      key: 'offerTouches',
      header: 'Touches at offer',
      sortKey: 'offerTouches',
      align: 'right',
      width: 'w-36',
      cell: ({ offerTouchCount }) => <Count value={offerTouchCount} />,
    },
    { ...extra, key: 'rep', header: 'Rep', sortKey: 'rep', width: 'w-32', cell: ({ rep }) => rep?.name },
    ...(isWaiting
      ? []
      : [
          {
            ...extra,
            key: 'due',
            header: 'Promised until',
            sortKey: 'dueAt',
            width: 'w-36',
            cell: ({ dueAt }: ListedHandoff) => <DateTime at={dueAt} zone={timeZone} now={now} />,
          },
        ]),
  ]
}

/** Kind, reason and note of a return with its answer, else what was passed over and the note of the offer. */
function Why({ handoff }: { handoff: ListedHandoff }) {
  const { kind, reason, note, offerNote, answer, answerNote, answeredBy, previousId, status, passedOver } = handoff
  if (status !== 'RETURNED') {
    const before = passedOver ? `Taken before ${formatCount(passedOver)} more urgent` : null
    const said = [before, offerNote].filter(Boolean).join(' · ')
    return said ? (
      <span className="text-ink-soft" title={said}>
        {said}
      </span>
    ) : null
  }
  const words = [reason ? reasonLabels[reason] : null, note === offerNote ? null : note].filter(Boolean).join(': ')
  const answered = answer ? `${answeredBy?.name ?? 'Marketing'}: ${answer}${answerNote ? `, ${answerNote}` : ''}` : null
  const whole = [words, answered].filter(Boolean).join(' · ')
  return (
    <span className="inline-flex max-w-full items-center gap-1.5 align-middle" title={whole}>
      {kind ? <Badge>{returnKindWords[kind].label}</Badge> : null}
      {kind === 'repair' && previousId ? <Badge tone="warm">Second repair</Badge> : null}
      {answer === 'disputed' ? <Badge tone="danger">Disputed</Badge> : null}
      <span className="truncate text-ink-soft">{whole}</span>
    </span>
  )
}
