import { LeadActions, type LeadDialogName } from '@/components/leads/lead-actions'
import type { LeadPage } from '@/lib/leads/lead-page'
import { acceptAction, withdrawAction } from '../../handoffs/actions'

/** What may be done with a lead just now: the same row on its page and beside the queue. */
export function LeadActionRow({
  page: { lead, handoff, rights },
  hrefOf,
  to,
}: {
  page: LeadPage
  hrefOf: (dialog: LeadDialogName) => string
  /** Where accepting and withdrawing lead. */
  to: string
}) {
  return (
    <LeadActions
      rights={rights}
      doNotContact={lead.doNotContact}
      handoffId={handoff?.id}
      hrefOf={hrefOf}
      accept={acceptAction}
      withdraw={withdrawAction}
      to={to}
    />
  )
}
