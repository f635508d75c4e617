import { ArrowUpRight } from 'lucide-react'
import { Link } from '@/components/ui/link'
import type { LeadDialogName } from '@/components/leads/lead-actions'
import { StandingBadges } from '@/components/leads/standing-badges'
import { Timeline } from '@/components/leads/timeline'
import { Avatar } from '@/components/ui/avatar'
import type { Actor } from '@/lib/access/actor'
import { listTimeline } from '@/lib/activity/timeline'
import type { LeadPage } from '@/lib/leads/lead-page'
import { whereabouts } from '@/lib/leads/whereabouts'
import { LeadActionRow } from '../leads/[id]/lead-action-row'
import { mayVoid, timelineFacts } from '../leads/[id]/lead-timeline'
import { LeadWork } from '../leads/[id]/lead-work'

const linesShown = 8
const link = 'underline decoration-line-strong underline-offset-2 hover:decoration-ink'

/** The lead that is open beside the list: who it is, how far, what happened, and what to do with it. */
export async function SalesDetail({
  actor,
  page,
  hrefOf,
  hereHref,
  to,
  now,
}: {
  actor: Actor
  page: LeadPage
  hrefOf: (dialog: LeadDialogName, more?: Record<string, string>) => string
  /** The address of the page with this lead open. */
  hereHref: string
  /** Where accepting and withdrawing lead. */
  to: string
  now: Date
}) {
  const { lead, handoff, timeZone } = page
  const { data: lines, nextCursor } = await listTimeline(actor, { leadId: lead.id, limit: linesShown })
  return (
    <div className="@container flex flex-col gap-4 p-4 md:px-7 md:py-6">
      <header className="grid items-start gap-x-3 gap-y-1 md:grid-cols-[auto_minmax(0,1fr)] md:@xl:grid-cols-[auto_minmax(10rem,1fr)_auto]">
        <span className="row-span-2 max-md:hidden">
          <Avatar name={lead.name} size="lg" />
        </span>
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <h2 className="min-w-0 text-xl font-semibold tracking-tight break-words">
            <Link href={`/leads/${lead.id}`} className="hover:underline">
              {lead.name}
              <ArrowUpRight className="ml-0.5 inline size-4 text-ink-quiet" aria-hidden="true" />
            </Link>
          </h2>
          <StandingBadges lead={lead} />
        </div>
        {/* Beside the name where there is room, else below all that is said of the lead. */}
        <div className="order-last col-span-full mt-2 flex flex-wrap items-center gap-2 max-md:*:flex-1 md:@xl:order-none md:@xl:col-auto md:@xl:mt-0 md:@xl:justify-end">
          <LeadActionRow key={lead.id} page={page} hrefOf={hrefOf} to={to} />
        </div>
        <div className="min-w-0 md:col-start-2 md:@xl:col-span-2">
          <About page={page} />
          <p className="text-xs text-ink-quiet">{whereabouts(lead, handoff, now, timeZone)}</p>
        </div>
      </header>
      <LeadWork
        actor={actor}
        page={page}
        touchHrefOf={(channel) => hrefOf('touch', channel ? { channel } : {})}
        hereHref={hereHref}
        now={now}
      />
      <section aria-labelledby="timeline">
        <h3 id="timeline" className="mb-3 text-sm font-semibold">
          Timeline
        </h3>
        <Timeline
          lines={lines}
          facts={timelineFacts(page, now)}
          voidHref={(touch) => (mayVoid(actor, touch) ? hrefOf('void', { touch: touch.id }) : undefined)}
        />
        {nextCursor ? (
          <Link href={`/leads/${lead.id}`} className={`text-xs text-ink-soft ${link}`}>
            The whole history
          </Link>
        ) : null}
      </section>
    </div>
  )
}

function About({ page: { lead } }: { page: LeadPage }) {
  const { title, company, email, phone } = lead
  return (
    <p className="text-sm break-words text-ink-soft">
      {title}
      {title && company ? ' at ' : ''}
      {company ? (
        <Link href={`/companies/${company.id}`} className={link}>
          {company.name}
        </Link>
      ) : null}
      {email ? (
        <>
          {title || company ? ' · ' : ''}
          <a href={`mailto:${email}`} className="hover:underline">
            {email}
          </a>
        </>
      ) : null}
      {phone ? (
        <>
          {' · '}
          <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} className="hover:underline">
            {phone}
          </a>
        </>
      ) : null}
    </p>
  )
}
