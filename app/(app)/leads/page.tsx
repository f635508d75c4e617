import { Plus, Upload, Users } from 'lucide-react'
import type { Metadata } from 'next'
import { LeadPickBar } from '@/components/bulk/lead-pick-bar'
import { leadColumns } from '@/components/leads/lead-columns'
import { LeadExportMenu } from '@/components/leads/lead-export-menu'
import { LeadFilterBar } from '@/components/leads/lead-filter-bar'
import { LeadTable } from '@/components/leads/lead-table'
import { NewLeadForm } from '@/components/leads/new-lead-form'
import { LinkButton } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { LeftOutFilters } from '@/components/ui/left-out-filters'
import { ListPages } from '@/components/ui/list-pages'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { formatTotal } from '@/components/ui/pagination'
import { hrefWith, nextSort } from '@/components/ui/search-params'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { todayIn } from '@/lib/calendar-day'
import { uuid } from '@/lib/fields'
import { filtersOf } from '@/lib/filter-params'
import { formatCount } from '@/lib/format/format-number'
import { countLeads } from '@/lib/leads/list-leads'
import type { LeadShape } from '@/lib/leads/lead-shape'
import { defaultLeadSort, leadFilters, leadSortWords } from '@/lib/leads/filters'
import { columnsToExport } from '@/lib/exports/lead-columns'
import { filterNames } from '@/lib/leads/filter-names'
import { filtersInWords } from '@/lib/leads/filter-words'
import { defaultLimit } from '@/lib/page'
import { listParams, paramOf, startParam, wordParam } from '@/lib/page-params'
import { companySettings, currentPolicy } from '@/lib/settings/queries'
import { ListViews } from '../views/list-views'
import { editOwnerAction, createLeadAction, editFactAction } from './actions'
import { filterChoices } from './filter-choices'
import { findLeads } from './find-leads'

export const metadata: Metadata = { title: 'Leads' }

const here = '/leads'
/** Not "me" or "nobody". */
const isPerson = ({ value }: { value: string }) => uuid.safeParse(value).success
const noun = { one: 'lead', many: 'leads' }

export default async function LeadsPage({ searchParams }: PageProps<'/leads'>) {
  const actor = await currentActor()
  const params = await searchParams
  const { filters: asked, written: typed, odd } = filtersOf(params, leadFilters)
  const sort = wordParam(params, 'sort', [defaultLeadSort, ...leadSortWords])
  const [{ page, isFirst, filters, isLike }, names, choices, { timeZone, currency }, policy] = await Promise.all([
    findLeads(actor, { filters: asked, sort, cursor: paramOf(params, 'cursor') }),
    filterNames(actor, asked),
    filterChoices(actor),
    companySettings(),
    currentPolicy(),
  ])
  const written = isLike ? { ...typed, spelling: 'similar' } : typed
  const now = new Date()
  const start = isFirst ? 0 : startParam(params)
  const said = filtersInWords(filters, names, timeZone)
  const chips = said.map(({ label, parameters }) => ({
    label,
    removeHref: hrefWith(here, params, Object.fromEntries(parameters.map((name) => [name, null]))),
  }))
  const facts = {
    policy,
    zone: timeZone,
    now,
    currency,
    edit: {
      action: editFactAction,
      may: ({ rep }: LeadShape) => actor.role !== 'rep' || rep?.id === actor.id,
      ...(can(actor, 'lead.assign')
        ? { assign: { action: editOwnerAction, owners: choices.owners.filter(isPerson) } }
        : {}),
    },
  }
  const columns = columnsToExport(paramOf(params, 'columns'))
  const total = formatTotal(page.count, page.isCapped, noun)
  const newLead = (
    <LinkButton look="primary" href={hrefWith(here, params, { do: 'new' })} scroll={false} icon={<Plus />} shortcut="C">
      New lead
    </LinkButton>
  )
  const clearHref = hrefWith(here, {}, { sort: paramOf(params, 'sort') ?? null })
  return (
    <>
      <PageHeader
        title="Leads"
        subline={chips.length > 0 ? `${total} ${page.count === 1 ? 'matches' : 'match'}` : total}
        actions={
          <>
            {can(actor, 'export.all') ? <LeadExportMenu written={written} columns={columns} /> : null}
            {newLead}
          </>
        }
      />
      <ListViews
        actor={actor}
        list="leads"
        params={params}
        tabs={[{ label: 'All leads', href: here }]}
        columns={leadColumns(facts)}
        countOf={async (of) => {
          const { count, isCapped } = await countLeads(actor, filtersOf(of, leadFilters).filters)
          return isCapped ? `${formatCount(count)}+` : formatCount(count)
        }}
      />
      <LeadFilterBar
        written={written}
        keep={listParams(params)}
        {...choices}
        today={todayIn(timeZone, now)}
        chips={chips}
        clearHref={clearHref}
      />
      <LeftOutFilters names={odd} />
      {isLike ? (
        <div className="px-4 pt-3 md:px-6">
          <Notice>
            No lead is spelled “{filters.q}”. {page.count === 1 ? 'This one is' : 'These are'} like it.
          </Notice>
        </div>
      ) : null}
      <LeadTable
        caption={`Leads, ${total}`}
        leads={page.data}
        facts={facts}
        chosen={paramOf(params, 'columns')}
        sort={{ current: sort, hrefOf: (key) => hrefWith(here, params, { sort: nextSort(sort, key) }) }}
        canPick={can(actor, 'bulk.run')}
        empty={
          chips.length > 0 ? (
            <EmptyState
              icon={<Users />}
              title="No lead matches"
              action={<LinkButton href={clearHref}>Clear filters</LinkButton>}
            >
              Take a filter away, or look for other letters.
            </EmptyState>
          ) : can(actor, 'import.leads') ? (
            <EmptyState
              icon={<Users />}
              title="No leads yet"
              action={
                <LinkButton href="/import" icon={<Upload />}>
                  Import leads
                </LinkButton>
              }
            >
              Bring them in from a CSV or Excel file of any system, or make the first one by hand.
            </EmptyState>
          ) : (
            <EmptyState icon={<Users />} title="No leads yet">
              Leads that Marketing offers to Sales appear here, and those that you make yourself.
            </EmptyState>
          )
        }
      />
      <ListPages
        path={here}
        params={params}
        start={start}
        page={page}
        total={page.count}
        isCapped={page.isCapped}
        noun={noun}
        pageSize={defaultLimit}
      />
      {can(actor, 'bulk.run') ? (
        <LeadPickBar
          mayExport={can(actor, 'export.all')}
          columns={columns}
          total={page.count}
          isCapped={page.isCapped}
          written={written}
        />
      ) : null}
      {paramOf(params, 'do') === 'new' ? (
        <Dialog title="New lead" closeHref={hrefWith(here, params, { do: null })} size="lg">
          <NewLeadForm
            action={createLeadAction}
            currency={currency}
            cancelHref={hrefWith(here, params, { do: null })}
          />
        </Dialog>
      ) : null}
    </>
  )
}
