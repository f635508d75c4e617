import { History } from 'lucide-react'
import { Timeline } from '@/components/leads/timeline'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { hrefWith } from '@/components/ui/search-params'
import { Tabs } from '@/components/ui/tabs'
import type { Actor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { listTimeline, timelineFilters, type TimelineFilter, type TimelineTouch } from '@/lib/activity/timeline'
import { orNotFound } from '@/lib/access/or-not-found'
import type { LeadPage } from '@/lib/leads/lead-page'
import { listMergesInForce } from '@/lib/merges/queries'
import { orFirstPage } from '@/lib/or-first-page'
import { type PageParams, paramOf, wordParam } from '@/lib/page-params'

const filterLabels: Record<TimelineFilter, string> = {
  all: 'All',
  marketing: 'Marketing',
  sales: 'Sales',
  handoffs: 'Handoffs',
}

const defined = (...moments: (Date | null)[]) => moments.filter((moment) => moment !== null)

/** What the lines of a lead's timeline are told against. */
export const timelineFacts = ({ lead, timeZone, firstWarmedAt, firstHotAt }: LeadPage, now: Date) => ({
  warmedAt: defined(lead.warmedAt, firstWarmedAt),
  hotAt: defined(lead.hotAt, firstHotAt),
  createdAt: lead.createdAt,
  timeZone,
  now,
})

/** Who voids a touch: those who logged it, and managers. */
export function mayVoid(actor: Actor, touch: TimelineTouch): boolean {
  return (
    can(actor, 'touch.void') && (touch.loggedById === actor.id || actor.role === 'manager' || actor.role === 'admin')
  )
}

/** The history on a lead's page: filtered by `?show=`, paged by `?cursor=`. */
export async function LeadTimeline({
  actor,
  page,
  params,
  now,
}: {
  actor: Actor
  page: LeadPage
  params: PageParams
  now: Date
}) {
  const path = `/leads/${page.lead.id}`
  const filter = wordParam(params, 'show', timelineFilters)
  const {
    page: { data, nextCursor },
    cursor,
  } = await orNotFound(
    orFirstPage(paramOf(params, 'cursor'), (asked) =>
      listTimeline(actor, { leadId: page.lead.id, filter, cursor: asked }),
    ),
  )
  const kept = { do: null, channel: null, touch: null, after: null, merged: null }
  const hasMerges = data.some(({ change }) => change?.type === 'leads_merged') && can(actor, 'lead.merge')
  const inForce = hasMerges ? await listMergesInForce(actor, page.lead.id) : []
  return (
    <section aria-labelledby="timeline">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 id="timeline" className="text-sm font-semibold">
          Timeline
        </h2>
        <Tabs
          label="Timeline"
          tabs={timelineFilters.map((word) => ({
            label: filterLabels[word],
            href: hrefWith(path, params, { ...kept, show: word === 'all' ? null : word }),
            isActive: word === filter,
          }))}
        />
      </div>
      {data.length === 0 ? (
        <EmptyState icon={<History />} title="Nothing here yet">
          What is logged and decided shows up here.
        </EmptyState>
      ) : (
        <Timeline
          lines={data}
          facts={timelineFacts(page, now)}
          undoHref={(mergeId) =>
            inForce.includes(mergeId)
              ? hrefWith(path, params, { ...kept, do: 'unmerge', merge: mergeId, cursor: cursor ?? null })
              : undefined
          }
          voidHref={(touch) =>
            mayVoid(actor, touch)
              ? hrefWith(path, params, { ...kept, do: 'void', touch: touch.id, cursor: cursor ?? null })
              : undefined
          }
        />
      )}
      {cursor || nextCursor ? (
        <nav aria-label="Pages of the timeline" className="flex gap-2 pb-2">
          {cursor ? (
            <LinkButton size="sm" href={hrefWith(path, params, kept)} scroll={false}>
              Back to the newest
            </LinkButton>
          ) : null}
          {nextCursor ? (
            <LinkButton size="sm" href={hrefWith(path, params, { ...kept, cursor: nextCursor })} scroll={false}>
              Older
            </LinkButton>
          ) : null}
        </nav>
      ) : null}
    </section>
  )
}
