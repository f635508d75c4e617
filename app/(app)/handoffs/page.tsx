import { ArrowRightLeft } from 'lucide-react'
import { AnswerForm } from '@/components/handoffs/offer-form'
import { handoffColumns } from '@/components/handoffs/handoff-columns'
import { NewsNotice } from '@/components/handoffs/news-notice'
import { ReturnForm } from '@/components/handoffs/return-form'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar, FilterSelect } from '@/components/ui/filter-bar'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { hrefWith } from '@/components/ui/search-params'
import { DataTable } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import type { Actor } from '@/lib/access/actor'
import { currentActor } from '@/lib/access/current-actor'
import { orNotFound } from '@/lib/access/or-not-found'
import { can } from '@/lib/access/permissions'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { countViews } from '@/lib/handoffs/count-views'
import { countHandoffs, listHandoffs } from '@/lib/handoffs/list-handoffs'
import { newsOf } from '@/lib/handoffs/news-of'
import { getHandoff } from '@/lib/handoffs/queries'
import { returnKinds, returnKindWords } from '@/lib/handoffs/reasons'
import { handoffViews, viewFilters, viewLabels, type HandoffView } from '@/lib/handoffs/views'
import { idParam, type PageParams, paramOf, startParam, wordParam } from '@/lib/page-params'
import { companySettings, currentPolicy } from '@/lib/settings/queries'
import { answerAction, returnAction } from './actions'
import { rowActions } from './row-actions'

export const metadata = { title: 'Handoffs' }

const rowsAPage = 25
/** The views in which it is somebody's turn. */
const hasTurn: HandoffView[] = ['waiting', 'answer', 'settle']
const transient = { do: null, handoff: null, after: null }

export default async function HandoffsPage({ searchParams }: PageProps<'/handoffs'>) {
  const actor = await currentActor()
  const params = await searchParams
  const now = new Date()
  const view = wordParam(params, 'view', handoffViews)
  const kind = returnKinds.find((word) => word === paramOf(params, 'kind'))
  const isOverdue = paramOf(params, 'overdue') === 'true'
  const filters = {
    ...viewFilters[view],
    ...(kind && view === 'returned' ? { kind } : {}),
    ...(isOverdue && view === 'waiting' ? { overdue: true } : {}),
  }
  const cursor = paramOf(params, 'cursor')
  const start = startParam(params)
  const [{ data, nextCursor }, total, counts, policy, { timeZone }] = await Promise.all([
    listHandoffs(actor, {
      filters,
      sort: view === 'waiting' || view === 'answer' ? 'dueAt' : '-dueAt',
      limit: rowsAPage,
      now,
      ...(cursor ? { cursor } : {}),
    }),
    countHandoffs(actor, filters, now),
    countViews(actor),
    currentPolicy(),
    companySettings(),
  ])
  const told = await newsOf(actor, idParam(params, 'after'), now, timeZone)
  const hrefTo = (changes: Record<string, string | null>) =>
    hrefWith('/handoffs', params, { ...transient, cursor: cursor ?? null, start: start || null, ...changes })
  return (
    <>
      <PageHeader title="Handoffs" subline={inWords(actor, counts)} />
      <div className="border-b border-line px-3 py-1.5 md:px-5">
        <Tabs
          label="Handoffs by state"
          tabs={handoffViews
            .filter((word) => word !== 'settle' || can(actor, 'lead.assign'))
            .map((word) => ({
              label: viewLabels[word],
              count: formatCount(counts[word]),
              href: word === 'waiting' ? '/handoffs' : `/handoffs?view=${word}`,
              isActive: word === view,
            }))}
        />
      </div>
      {view === 'waiting' || view === 'returned' ? (
        <FilterBar action="/handoffs" keep={{ view: view === 'waiting' ? undefined : view }}>
          {view === 'waiting' ? (
            <FilterSelect
              name="overdue"
              label="Due"
              any="Due at any time"
              options={[{ value: 'true', label: 'Overdue' }]}
              value={isOverdue ? 'true' : ''}
            />
          ) : (
            <FilterSelect
              name="kind"
              label="Kind"
              any="Any kind"
              options={returnKinds.map((value) => ({ value, label: returnKindWords[value].label }))}
              value={kind}
            />
          )}
        </FilterBar>
      ) : null}
      {told ? (
        <div className="px-4 pt-3 md:px-6">
          <NewsNotice news={told.news} href={`/leads/${told.leadId}`} />
        </div>
      ) : null}
      <DataTable
        caption={`Handoffs: ${viewLabels[view]}`}
        columns={handoffColumns({
          policy,
          timeZone,
          now,
          isWaiting: view === 'waiting',
          ...(hasTurn.includes(view) ? { actions: (handoff) => rowActions(actor, handoff, hrefTo) } : {}),
        })}
        rows={data}
        rowKey={(handoff) => handoff.id}
        rowHref={(handoff) => `/leads/${handoff.leadId}`}
        empty={<Nothing view={view} isFiltered={Boolean(kind) || isOverdue} />}
      />
      <Pagination
        start={start}
        shown={data.length}
        total={total}
        noun={{ one: 'handoff', many: 'handoffs' }}
        previousHref={start > 0 ? hrefTo({ cursor: null, start: null }) : undefined}
        nextHref={nextCursor ? hrefTo({ cursor: nextCursor, start: String(start + data.length) }) : undefined}
      />
      <HandoffDialog actor={actor} params={params} now={now} hrefTo={hrefTo} />
    </>
  )
}

/** Answering a repair, or sending back, over the list. */
async function HandoffDialog({
  actor,
  params,
  now,
  hrefTo,
}: {
  actor: Actor
  params: PageParams
  now: Date
  hrefTo: (changes: Record<string, string | null>) => string
}) {
  const name = paramOf(params, 'do')
  const handoffId = idParam(params, 'handoff')
  const isAnswer = name === 'answer' && can(actor, 'handoff.answer')
  if (!handoffId || !(isAnswer || (name === 'return' && can(actor, 'handoff.return')))) return null
  const { lead } = await orNotFound(getHandoff(actor, handoffId, now))
  const backHref = hrefTo({})
  const to = hrefTo({ after: handoffId })
  return isAnswer ? (
    <Dialog title="Answer the repair" subline={lead.name} closeHref={backHref}>
      <AnswerForm action={answerAction} handoffId={handoffId} to={to} cancelHref={backHref} />
    </Dialog>
  ) : (
    <Dialog title="Send back to Marketing" subline={lead.name} size="lg" closeHref={backHref}>
      <ReturnForm action={returnAction} handoffId={handoffId} to={to} cancelHref={backHref} />
    </Dialog>
  )
}

function inWords(actor: Actor, { waiting, answer, settle }: Record<HandoffView, number>): string {
  const wait =
    waiting === 0
      ? 'Nobody waits for Sales'
      : `${formatCountOf(waiting, 'lead')} ${waiting === 1 ? 'waits' : 'wait'} for Sales`
  const repairs =
    answer === 0 ? 'no repair waits' : `${formatCountOf(answer, 'repair')} ${answer === 1 ? 'waits' : 'wait'}`
  const disputes = can(actor, 'lead.assign') && settle > 0 ? ` ${formatCount(settle)} for you to settle.` : ''
  return `${wait}, ${repairs} for an answer by Marketing.${disputes}`
}

const nothing: Record<HandoffView, { title: string; text: string }> = {
  waiting: {
    title: 'Nobody waits',
    text: 'A lead is offered to Sales when it turns warm, or when Marketing offers it.',
  },
  accepted: {
    title: 'No accepted handoff is open',
    text: 'What a rep accepts stays here until the lead is closed or sent back.',
  },
  answer: { title: 'Nothing to answer', text: 'When Sales sends a lead back for repair, Marketing answers it here.' },
  returned: {
    title: 'Nothing was sent back',
    text: 'What Sales gives back, and what Marketing answered, shows up here.',
  },
  closed: { title: 'No handoff ended in a win or a loss yet', text: 'It does when the lead is closed.' },
  withdrawn: {
    title: 'No offer was withdrawn',
    text: 'Marketing takes offers back, or Baton does when their reason goes.',
  },
  settle: {
    title: 'Nothing to settle',
    text: 'Disputed repairs, and leads that came back for repair twice, show up here.',
  },
}

function Nothing({ view, isFiltered }: { view: HandoffView; isFiltered: boolean }) {
  const { title, text } = nothing[view]
  return (
    <EmptyState icon={<ArrowRightLeft />} title={isFiltered ? 'None of this kind' : title}>
      {isFiltered ? 'Choose another filter to see more.' : text}
    </EmptyState>
  )
}
