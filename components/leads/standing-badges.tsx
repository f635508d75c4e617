import type { LeadShape } from '@/lib/leads/lead-shape'
import { DoNotContactBadge, OutcomeBadge, OverTouchedBadge } from './lead-badges'
import { StageBadge } from './stage-badge'

/** How a lead stands, beside its name. `<StandingBadges lead={lead} />` */
export function StandingBadges({ lead }: { lead: LeadShape }) {
  return (
    <>
      <StageBadge stage={lead.stage} />
      <OutcomeBadge outcome={lead.outcome} />
      {lead.overTouched ? <OverTouchedBadge /> : null}
      {lead.doNotContact ? <DoNotContactBadge /> : null}
    </>
  )
}
