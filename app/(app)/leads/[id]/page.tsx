import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { NewsNotice } from '@/components/handoffs/news-notice'
import { LeadFacts } from '@/components/leads/lead-facts'
import { StandingBadges } from '@/components/leads/standing-badges'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { hrefWith } from '@/components/ui/search-params'
import type { Actor } from '@/lib/access/actor'
import { currentActor } from '@/lib/access/current-actor'
import { orNotFound, pathId } from '@/lib/access/or-not-found'
import { newsOf } from '@/lib/handoffs/news-of'
import { getLeadPage } from '@/lib/leads/lead-page'
import { findLead } from '@/lib/leads/queries'
import { whereabouts } from '@/lib/leads/whereabouts'
import { findKeptLead } from '@/lib/merges/queries'
import { idParam, paramOf } from '@/lib/page-params'
import { Colleagues } from './colleagues'
import { HeldNotice } from './held-notice'
import { LeadActionRow } from './lead-action-row'
import { LeadDialog } from './lead-dialog'
import { LeadTimeline } from './lead-timeline'
import { LeadWork } from './lead-work'
import { LookalikeNotice } from './lookalike-notice'
import { MergedNotice } from './merged-notice'

type Props = PageProps<'/leads/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params
  const lead = await findLead(await currentActor(), pathId(id))
  return { title: lead?.name ?? 'Not found' }
}

/** The id in the path; the page of a lead that was merged away leads to the one that it became. */
async function keptLead(actor: Actor, id: string): Promise<string> {
  const leadId = pathId(id)
  const became = (await findLead(actor, leadId)) ? null : await findKeptLead(actor, leadId)
  if (became) redirect(`/leads/${became}`)
  return leadId
}

export default async function LeadRecordPage({ params: path, searchParams }: Props) {
  const actor = await currentActor()
  const [{ id }, params] = await Promise.all([path, searchParams])
  const now = new Date()
  const page = await orNotFound(getLeadPage(actor, await keptLead(actor, id), now))
  const { lead, handoff, policy, timeZone, rights } = page
  const told = await newsOf(actor, idParam(params, 'after'), now, timeZone)
  const here = `/leads/${lead.id}`
  const backHref = hrefWith(here, params, {
    do: null,
    channel: null,
    touch: null,
    task: null,
    after: null,
    merged: null,
    merge: null,
    find: null,
    cursor: paramOf(params, 'cursor') ?? null,
  })
  const hrefOf = (name: string, channel: string | null = null) =>
    hrefWith(here, params, {
      do: name,
      channel,
      touch: null,
      task: null,
      after: null,
      cursor: paramOf(params, 'cursor') ?? null,
    })
  const to = handoff ? hrefWith(here, {}, { after: handoff.id }) : ''
  return (
    <>
      <PageHeader
        title={lead.name}
        subline={whereabouts(lead, handoff, now, timeZone)}
        badge={
          <span className="flex shrink-0 items-center gap-1.5">
            <StandingBadges lead={lead} />
          </span>
        }
        actions={<LeadActionRow key={paramOf(params, 'do')} page={page} hrefOf={hrefOf} to={to} />}
      />
      <div className="lg:grid lg:min-h-[calc(100dvh-var(--header-height))] lg:grid-cols-[18.5rem_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4 px-4 py-4 md:px-6 md:py-6">
          <NewsNotice news={told?.news ?? null} />
          <MergedNotice actor={actor} leadId={lead.id} mergeId={idParam(params, 'merged')} doneHref={here} />
          <HeldNotice actor={actor} lead={lead} />
          <LookalikeNotice actor={actor} lead={lead} />
          <LeadWork
            actor={actor}
            page={page}
            touchHrefOf={(channel) => hrefOf('touch', channel)}
            hereHref={backHref}
            isPrimary={!rights.accept && !rights.offer && !rights.close}
            now={now}
          />
          <LeadTimeline actor={actor} page={page} params={params} now={now} />
        </div>
        <aside className="min-w-0 border-line bg-surface px-4 py-5 max-lg:border-t md:px-6 lg:order-first lg:border-r">
          <div className="mb-3.5 flex items-center justify-between gap-2">
            <h2 className="text-sm font-semibold">About</h2>
            {rights.edit ? (
              <LinkButton look="quiet" size="sm" href={hrefOf('edit')} scroll={false}>
                Edit
              </LinkButton>
            ) : null}
          </div>
          <LeadFacts lead={lead} timeZone={timeZone} now={now} />
          <Colleagues actor={actor} lead={lead} policy={policy} />
        </aside>
      </div>
      <LeadDialog actor={actor} page={page} params={params} now={now} backHref={backHref} to={to} />
    </>
  )
}
