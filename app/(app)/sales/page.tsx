import { Download, Phone } from 'lucide-react'
import { notFound } from 'next/navigation'
import { NewsNotice } from '@/components/handoffs/news-notice'
import { FollowOpenRow } from '@/components/leads/follow-open-row'
import type { LeadDialogName } from '@/components/leads/lead-actions'
import { EmptyState } from '@/components/ui/empty-state'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageHeader } from '@/components/ui/page-header'
import { hrefWith } from '@/components/ui/search-params'
import { SplitView } from '@/components/ui/split-view'
import type { Actor } from '@/lib/access/actor'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { DomainError } from '@/lib/errors'
import { formatCountOf } from '@/lib/format/format-number'
import { newsOf } from '@/lib/handoffs/news-of'
import { getLeadPage, type LeadPage } from '@/lib/leads/lead-page'
import { repFocuses } from '@/lib/leads/rep-focus'
import { countSales, listSales, salesViews, type SalesCounts, type SalesRow } from '@/lib/leads/sales-list'
import { orFirstPage } from '@/lib/or-first-page'
import { idParam, paramOf, startParam, wordParam } from '@/lib/page-params'
import { workingHours } from '@/lib/settings/promise-rules'
import { currentPolicy } from '@/lib/settings/queries'
import { takeNextAction } from '../handoffs/actions'
import { LeadDialog } from '../leads/[id]/lead-dialog'
import { SalesDetail } from './sales-detail'
import { SalesList } from './sales-list'

export const metadata = { title: 'Sales' }

/** What an address says of a dialog and of what has just been done; `from=list`: opened from a card, not from the detail. */
const noDialog = { do: null, channel: null, touch: null, task: null, after: null, from: null }

export default async function SalesPage({ searchParams }: PageProps<'/sales'>) {
  const actor = await currentActor()
  if (!can(actor, 'handoff.accept')) notFound()
  const params = await searchParams
  const now = new Date()
  const view = wordParam(params, 'view', salesViews)
  const focus = wordParam(params, 'focus', repFocuses)
  const [{ page: list, isFirst, cursor }, counts, policy, hours] = await Promise.all([
    orFirstPage(paramOf(params, 'cursor'), (asked) => listSales(actor, { view, focus, cursor: asked, now })),
    countSales(actor, now),
    currentPolicy(),
    workingHours(),
  ])
  const { rows, nextCursor } = list
  const start = isFirst ? 0 : startParam(params)
  const chosen = idParam(params, 'lead')
  const page = (await pageOf(actor, chosen, now)) ?? (await pageOf(actor, rows[0]?.leadId, now))
  const told = await newsOf(actor, idParam(params, 'after'), now, hours.timeZone)
  const open = page?.lead.id
  const place = { cursor: cursor ?? null, start: start || null }
  const hrefTo = (changes: Record<string, string | null>) =>
    hrefWith('/sales', params, { ...place, ...noDialog, ...changes })
  const isFromList = paramOf(params, 'from') === 'list'
  const next = isFromList ? undefined : neighbour(rows, open)
  return (
    <>
      <PageHeader
        title="Sales"
        subline={inWords(actor, counts)}
        actions={
          counts.waiting > 0 ? (
            <Form action={takeNextAction} className="contents" label="Take the next lead">
              <SubmitButton icon={<Download />} shortcut="N" pending="Taking…">
                Take next lead
              </SubmitButton>
            </Form>
          ) : undefined
        }
      />
      <SplitView
        label={view === 'waiting' ? 'Waiting for Sales' : view === 'mine' ? 'Open leads' : 'Closed leads'}
        isOpen={Boolean(chosen && open === chosen && !isFromList)}
        backHref={hrefTo({ lead: null })}
        list={
          <>
            {told ? (
              <div className={chosen ? 'hidden' : 'px-3 pt-3 lg:hidden'}>
                <NewsNotice news={told.news} href={`/leads/${told.leadId}`} />
              </div>
            ) : null}
            <SalesList
              rows={rows}
              view={view}
              focus={focus}
              counts={counts}
              open={open}
              actor={actor}
              policy={policy}
              hours={hours}
              now={now}
              start={start}
              nextCursor={nextCursor}
              hrefTo={hrefTo}
            />
            <FollowOpenRow openId={open ?? ''} />
          </>
        }
        detail={
          <>
            {told ? (
              <div className="px-4 pt-4 md:px-7 md:pt-6">
                <NewsNotice news={told.news} href={`/leads/${told.leadId}`} />
              </div>
            ) : null}
            {page ? (
              <SalesDetail
                actor={actor}
                page={page}
                now={now}
                hereHref={hrefTo({ lead: page.lead.id })}
                to={hrefTo({ lead: next?.leadId ?? null, after: page.handoff?.id ?? null })}
                hrefOf={(name: LeadDialogName, more = {}) => hrefTo({ lead: page.lead.id, do: name, ...more })}
              />
            ) : (
              <NoDetail />
            )}
          </>
        }
      />
      {page ? (
        <LeadDialog
          actor={actor}
          page={page}
          params={params}
          now={now}
          backHref={hrefTo(isFromList ? { lead: null } : {})}
          to={hrefTo({ lead: next?.leadId ?? null, after: page.handoff?.id ?? null })}
        />
      ) : null}
    </>
  )
}

/** The lead beside the list; null when there is none or it does not exist for the person. */
async function pageOf(actor: Actor, leadId: string | undefined, now: Date): Promise<LeadPage | null> {
  if (!leadId) return null
  try {
    return await getLeadPage(actor, leadId, now)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FOUND') return null
    throw error
  }
}

/** The row to go on with once the open one is gone: the one below it, else the one above. */
function neighbour(rows: SalesRow[], open: string | undefined): SalesRow | undefined {
  const here = rows.findIndex(({ leadId }) => leadId === open)
  return here === -1 ? rows[0] : (rows[here + 1] ?? rows[here - 1])
}

function inWords(actor: Actor, { waiting, overdue, mine }: SalesCounts): string {
  const wait = waiting === 0 ? 'No lead waits' : `${formatCountOf(waiting, 'lead')} ${waiting === 1 ? 'waits' : 'wait'}`
  const late = overdue === 0 ? '' : `, ${overdue} ${overdue === 1 ? 'is' : 'are'} overdue`
  const whose = actor.standsInFor ? ', your own and those that you look after' : ' of your own'
  return `${wait}${late}. ${can(actor, 'lead.assign') ? `Reps have ${mine}.` : `You have ${mine}${whose}.`}`
}

function NoDetail() {
  return (
    <EmptyState icon={<Phone />} title="No lead is chosen">
      The lead that you choose shows here: its touches, its history and what you can do.
    </EmptyState>
  )
}
