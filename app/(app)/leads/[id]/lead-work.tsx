import { QualityRating } from '@/components/handoffs/quality-rating'
import { WhyWarm } from '@/components/handoffs/why-warm'
import { MeterCard } from '@/components/leads/meter-card'
import { QuickLog } from '@/components/leads/quick-log'
import { Notice } from '@/components/ui/notice'
import type { Actor } from '@/lib/access/actor'
import type { LeadPage } from '@/lib/leads/lead-page'
import { oddDates } from '@/lib/leads/whereabouts'
import { rateAction } from '../../handoffs/actions'
import { NextStep } from './next-step'
import { NextTouch } from './next-touch'

/** How far a lead is and the keys that log a touch: the same on its page and beside the queue. */
export function LeadWork({
  actor,
  page,
  touchHrefOf,
  hereHref,
  isPrimary,
  now,
}: {
  actor: Actor
  page: LeadPage
  /** The address of the form of a touch; with the channel. */
  touchHrefOf: (channel: string | null) => string
  /** The address of the page as it is, without a dialog. */
  hereHref: string
  /** Whether logging a touch is the page's next thing to do. */
  isPrimary?: boolean
  now: Date
}) {
  const { lead, handoff, policy, timeZone, takenAfter, whyWarm, rights } = page
  return (
    <>
      {oddDates(lead, timeZone).map((sentence) => (
        <Notice key={sentence} kind="warn" title={sentence} />
      ))}
      <MeterCard
        lead={lead}
        policy={policy}
        takenAfter={takenAfter}
        takenBy={lead.rep?.name ?? handoff?.rep?.name}
        now={now}
        timeZone={timeZone}
      />
      {handoff && whyWarm ? (
        <WhyWarm
          lead={lead}
          sentences={whyWarm}
          note={handoff.offerNote}
          noteBy={handoff.offeredBy?.name ?? 'Marketing'}
        />
      ) : null}
      <QuickLog
        isPrimary={isPrimary}
        hrefOf={touchHrefOf}
        callChannel={lead.desk === 'SALES' ? 'follow_up_call' : 'cold_call'}
        emailChannel={actor.role === 'marketer' ? 'email' : 'sales_email'}
      />
      <NextStep key={lead.id} actor={actor} page={page} hereHref={hereHref} now={now} />
      <NextTouch actor={actor} page={page} hrefOf={touchHrefOf} now={now} />
      {handoff?.status === 'ACCEPTED' && rights.return ? (
        <QualityRating action={rateAction} handoffId={handoff.id} quality={handoff.quality} />
      ) : null}
    </>
  )
}
