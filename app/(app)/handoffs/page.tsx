import { ChartBar } from 'lucide-react'
import { HandoffFilterBar } from '@/components/handoffs/handoff-filter-bar'
import { handoffColumns } from '@/components/handoffs/handoff-columns'
import { NewsNotice } from '@/components/handoffs/news-notice'
import { NoHandoffs } from '@/components/handoffs/no-handoffs'
import { LinkButton } from '@/components/ui/button'
import { ExportLink } from '@/components/ui/export-link'
import { LeftOutFilters } from '@/components/ui/left-out-filters'
import { ListPages } from '@/components/ui/list-pages'
import { PageHeader } from '@/components/ui/page-header'
import { hrefWith, nextSort } from '@/components/ui/search-params'
import { chooseColumns } from '@/components/ui/choose-columns'
import { DataTable } from '@/components/ui/table'
import type { Actor } from '@/lib/access/actor'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { todayIn } from '@/lib/calendar-day'
import { filtersOf } from '@/lib/filter-params'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { countViews } from '@/lib/handoffs/count-views'
import { handoffFiltersInWords } from '@/lib/handoffs/filter-words'
import { handoffPageFilters, handoffSortWords, type HandoffSortWord } from '@/lib/handoffs/filters'
import { browseHandoffs, countHandoffs } from '@/lib/handoffs/list-handoffs'
import { newsOf } from '@/lib/handoffs/news-of'
import { handoffViews, shownHandoffs, viewLabels, type HandoffView } from '@/lib/handoffs/views'
import { filterNames } from '@/lib/leads/filter-names'
import { orFirstPage } from '@/lib/or-first-page'
import { idParam, listParams, paramOf, startParam, wordParam } from '@/lib/page-params'
import { workingHours } from '@/lib/settings/promise-rules'
import { currentPolicy } from '@/lib/settings/queries'
import { ListViews } from '../views/list-views'
import { HandoffDialog } from './handoff-dialog'
import { rowActions } from './row-actions'

export const metadata = { title: 'Handoffs' }

const here = '/handoffs'
const rowsAPage = 25
/** The views in which it is somebody's turn. */
const hasTurn: HandoffView[] = ['waiting', 'answer', 'settle']
const transient = { do: null, handoff: null, after: null }

/** Where none is chosen: what is due first where somebody is waited for, else the latest first. */
const usualSort = (view: HandoffView): HandoffSortWord =>
  view === 'all' ? '-offeredAt' : view === 'waiting' || view === 'answer' ? 'dueAt' : '-dueAt'

export default async function HandoffsPage({ searchParams }: PageProps<'/handoffs'>) {
  const actor = await currentActor()
  const params = await searchParams
  const now = new Date()
  const view = wordParam(params, 'view', handoffViews)
  const sort = wordParam(params, 'sort', [usualSort(view), ...handoffSortWords])
  const { filters: wanted, written, odd } = filtersOf(params, handoffPageFilters)
  const hours = await workingHours()
  const { timeZone } = hours
  const filters = shownHandoffs(view, wanted, timeZone, now)
  const [{ page, isFirst, cursor }, total, counts, names, { owner: marketer }, policy, told] = await Promise.all([
    orFirstPage(paramOf(params, 'cursor'), (asked) =>
      browseHandoffs(actor, { filters, sort, limit: rowsAPage, now, cursor: asked }),
    ),
    countHandoffs(actor, filters, now),
    countViews(actor),
    filterNames(actor, {
      rep: wanted.rep,
      owner: wanted.owner,
      campaign: wanted.campaign === 'none' ? undefined : wanted.campaign,
    }),
    filterNames(actor, { owner: wanted.marketer }),
    currentPolicy(),
    newsOf(actor, idParam(params, 'after'), now, timeZone),
  ])
  const start = isFirst ? 0 : startParam(params)
  const hrefTo = (changes: Record<string, string | null>) =>
    hrefWith(here, params, { ...transient, cursor: cursor ?? null, start: start || null, ...changes })
  const chips = handoffFiltersInWords(wanted, { ...names, ...(marketer ? { marketer } : {}) }, timeZone).map(
    ({ label, parameters }) => ({
      label,
      removeHref: hrefWith(here, params, {
        ...transient,
        ...Object.fromEntries(parameters.map((name) => [name, null])),
      }),
    }),
  )
  const columns = handoffColumns({
    policy,
    hours,
    now,
    view,
    ...(hasTurn.includes(view) ? { actions: (handoff) => rowActions(actor, handoff, view, hrefTo) } : {}),
  })
  const chosen = paramOf(params, 'columns')
  const viewHref = (word: HandoffView) => hrefWith(here, {}, { view: word === 'waiting' ? null : word })
  return (
    <>
      <PageHeader
        title="Handoffs"
        subline={inWords(actor, counts)}
        actions={
          <>
            {can(actor, 'handoff.answer') ? (
              <LinkButton href="/handoffs/by/source" icon={<ChartBar />}>
                What became of them
              </LinkButton>
            ) : null}
            {can(actor, 'export.all') ? (
              <ExportLink href={hrefWith('/exports/handoffs.csv', written, { view })} />
            ) : null}
          </>
        }
      />
      <ListViews
        actor={actor}
        list="handoffs"
        params={params}
        tabs={handoffViews
          .filter((word) => word !== 'settle' || can(actor, 'handoff.settle'))
          .map((word) => ({
            label: viewLabels[word],
            href: viewHref(word),
            isActive: word === view,
            count: formatCount(counts[word]),
          }))}
        columns={columns}
        countOf={async (of) => {
          const word = wordParam(of, 'view', handoffViews)
          const { filters: those } = filtersOf(of, handoffPageFilters)
          return formatCount(await countHandoffs(actor, shownHandoffs(word, those, timeZone, now), now))
        }}
      />
      <HandoffFilterBar
        view={view}
        written={written}
        keep={listParams(params)}
        today={todayIn(timeZone, now)}
        chips={chips}
        clearHref={hrefWith(
          here,
          {},
          { view: view === 'waiting' ? null : view, sort: paramOf(params, 'sort') ?? null },
        )}
      />
      <LeftOutFilters names={odd} />
      {told ? (
        <div className="px-4 pt-3 md:px-6">
          <NewsNotice news={told.news} href={`/leads/${told.leadId}`} />
        </div>
      ) : null}
      <DataTable
        caption={`Handoffs: ${viewLabels[view]}`}
        columns={chooseColumns(columns, chosen)}
        isWide={chosen !== undefined}
        rows={page.data}
        rowKey={(handoff) => handoff.id}
        rowHref={(handoff) => `/leads/${handoff.leadId}`}
        sort={{ current: sort, hrefOf: (key) => hrefWith(here, params, { ...transient, sort: nextSort(sort, key) }) }}
        empty={<NoHandoffs view={view} isFiltered={chips.length > 0} />}
      />
      <ListPages
        path={here}
        params={{ ...params, do: undefined, handoff: undefined, after: undefined }}
        start={start}
        page={page}
        total={total}
        noun={{ one: 'handoff', many: 'handoffs' }}
        pageSize={rowsAPage}
      />
      <HandoffDialog actor={actor} params={params} now={now} hrefTo={hrefTo} />
    </>
  )
}

function inWords(actor: Actor, { waiting, answer, settle }: Record<HandoffView, number>): string {
  const wait =
    waiting === 0
      ? 'Nobody waits for Sales'
      : `${formatCountOf(waiting, 'lead')} ${waiting === 1 ? 'waits' : 'wait'} for Sales`
  const repairs =
    answer === 0 ? 'no repair waits' : `${formatCountOf(answer, 'repair')} ${answer === 1 ? 'waits' : 'wait'}`
  const disputes = can(actor, 'handoff.settle') && settle > 0 ? ` ${formatCount(settle)} for you to settle.` : ''
  return `${wait}, ${repairs} for an answer by Marketing.${disputes}`
}
