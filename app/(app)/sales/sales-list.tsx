import { Inbox, Trophy, UserCheck } from 'lucide-react'
import { Accept } from '@/components/leads/lead-actions'
import { SalesListRow } from '@/components/leads/sales-row'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { Tabs } from '@/components/ui/tabs'
import type { Actor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { formatCount } from '@/lib/format/format-number'
import { closedOfLateDays, repFocuses, silentFromDays, type RepFocus } from '@/lib/leads/rep-focus'
import type { WorkingHours } from '@/lib/handoffs/business-clock'
import type { SalesCounts, SalesRow, SalesView } from '@/lib/leads/sales-list'
import type { ScoringPolicy } from '@/lib/scoring/policy'
import { acceptAction } from '../handoffs/actions'

type Props = {
  rows: SalesRow[]
  view: SalesView
  /** Which of the open leads are shown. */
  focus: RepFocus
  counts: SalesCounts
  /** The lead that is open beside the list. */
  open: string | undefined
  actor: Actor
  policy: ScoringPolicy
  hours: WorkingHours
  now: Date
  start: number
  nextCursor: string | null
  hrefTo: (changes: Record<string, string | null>) => string
}

const focusLabels: Record<RepFocus, string> = {
  all: 'All',
  overdue: 'Overdue',
  silent: 'Silent',
  'over-touched': 'Over-touched',
  'close-to-win': 'Close to win',
}

const nothingToSee: Record<Exclude<RepFocus, 'all'>, string> = {
  overdue: 'No next step is overdue.',
  silent: `Each open lead was touched in the last ${silentFromDays} days.`,
  'over-touched': 'No open lead has had more touches than it should take to close.',
  'close-to-win': `No hot lead of these has responded in the last ${silentFromDays} days.`,
}

/** The list of the Sales page under its tabs: rows that the detail follows, on a phone cards that are answered at once. */
export function SalesList(props: Props) {
  const { rows, view, focus, counts, actor, start, nextCursor, hrefTo } = props
  const total = view === 'mine' ? counts.focuses[focus] : counts[view]
  const seesAll = can(actor, 'lead.assign')
  const tab = (to: SalesView, label: string, count?: number) => ({
    label,
    count: count === undefined ? undefined : formatCount(count),
    href: to === 'waiting' ? '/sales' : `/sales?view=${to}`,
    isActive: view === to,
  })
  const heading = { waiting: 'Waiting for Sales', mine: seesAll ? 'With the reps' : 'With you', closed: 'Closed' }[view]
  return (
    <>
      <div className="flex min-h-12 items-center justify-between gap-3 border-b border-line px-4 max-md:border-0 max-md:py-2 md:px-5">
        <h2 className="truncate text-sm font-semibold max-md:sr-only">
          {heading} <span className="font-normal text-ink-quiet">{formatCount(total)}</span>
        </h2>
        <Tabs
          label="Lists"
          tabs={[
            tab('waiting', 'Due first'),
            tab('mine', seesAll ? 'With reps' : 'Mine', counts.mine),
            tab('closed', 'Closed', counts.closed),
          ]}
        />
      </div>
      {view === 'mine' && counts.mine > 0 ? (
        <div className="border-b border-line px-4 max-md:border-0 max-md:px-3 max-md:pb-2 md:px-5">
          <Tabs
            label="Which of them"
            tabs={repFocuses.map((word) => ({
              label: focusLabels[word],
              count: formatCount(counts.focuses[word]),
              href: hrefTo({ lead: null, cursor: null, start: null, focus: word === 'all' ? null : word }),
              isActive: word === focus,
            }))}
          />
        </div>
      ) : null}
      {rows.length === 0 ? (
        <Nothing view={view} focus={focus} mine={counts.mine} />
      ) : (
        <ul className="max-md:flex max-md:flex-col max-md:gap-2 max-md:px-3 max-md:pb-3">
          {rows.map((row) => (
            <Row
              key={row.leadId}
              row={row}
              {...props}
              hasReps={(seesAll || Boolean(actor.standsInFor)) && view !== 'waiting'}
            />
          ))}
        </ul>
      )}
      {start > 0 || nextCursor ? (
        <Pagination
          start={start}
          shown={rows.length}
          total={total}
          noun={{ one: 'lead', many: 'leads' }}
          previousHref={start > 0 ? hrefTo({ lead: null, cursor: null, start: null }) : undefined}
          nextHref={
            nextCursor ? hrefTo({ lead: null, cursor: nextCursor, start: String(start + rows.length) }) : undefined
          }
        />
      ) : null}
    </>
  )
}

function Row({ row, open, actor, policy, hours, now, hrefTo, hasReps }: Props & { row: SalesRow; hasReps: boolean }) {
  const { leadId, handoffId, givenTo } = row
  const isForAnother = actor.role === 'rep' && givenTo !== null && givenTo.id !== actor.id
  return (
    <SalesListRow
      row={row}
      href={hrefTo({ lead: leadId })}
      isOpen={leadId === open}
      policy={policy}
      hours={hours}
      now={now}
      hasReps={hasReps}
      personId={actor.id}
      actions={
        handoffId && !isForAnother ? (
          <>
            <LinkButton
              href={hrefTo({ lead: leadId, do: 'return', from: 'list' })}
              scroll={false}
              aria-label={`Send ${row.name} back`}
            >
              Send back
            </LinkButton>
            <Accept
              action={acceptAction}
              handoffId={handoffId}
              to={hrefTo({ lead: null, after: handoffId })}
              label="Accept"
              of={row.name}
            />
          </>
        ) : undefined
      }
    />
  )
}

function Nothing({ view, focus, mine }: { view: SalesView; focus: RepFocus; mine: number }) {
  if (view === 'mine' && mine > 0 && focus !== 'all')
    return (
      <EmptyState icon={<UserCheck />} title="None of them">
        {nothingToSee[focus]}
      </EmptyState>
    )
  if (view === 'closed')
    return (
      <EmptyState icon={<Trophy />} title="Nothing closed yet">
        What was won or lost in the last {closedOfLateDays} days shows up here.
      </EmptyState>
    )
  if (view === 'mine')
    return (
      <EmptyState
        icon={<UserCheck />}
        title="No open lead of your own"
        action={<LinkButton href="/sales">See what waits</LinkButton>}
      >
        Accept one from the queue, or create one that you met yourself.
      </EmptyState>
    )
  return (
    <EmptyState
      icon={<Inbox />}
      title="Nobody waits"
      action={mine > 0 ? <LinkButton href="/sales?view=mine">Work your own leads</LinkButton> : undefined}
    >
      A lead shows up here when it turns warm, or when Marketing offers one.
    </EmptyState>
  )
}
