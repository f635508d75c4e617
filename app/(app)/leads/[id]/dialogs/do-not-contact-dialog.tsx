import { ConfirmForm } from '@/components/ui/confirm-form'
import { Dialog } from '@/components/ui/dialog'
import { doNotContactAction } from '../actions'
import type { LeadDialogProps } from './lead-dialog-props'

/** Marks a lead do-not-contact, or takes the mark off. */
export function DoNotContactDialog({ page: { lead }, backHref }: LeadDialogProps) {
  const { id, doNotContact } = lead
  return (
    <Dialog
      title={doNotContact ? 'May we contact this lead again?' : 'Mark do-not-contact?'}
      size="sm"
      closeHref={backHref}
    >
      <ConfirmForm
        action={doNotContactAction}
        hidden={{ leadId: id, doNotContact: String(!doNotContact) }}
        submit={doNotContact ? 'Clear the mark' : 'Mark do-not-contact'}
        doneHref={backHref}
        cancelHref={backHref}
      >
        {doNotContact
          ? 'Touches of all kinds can be logged, and the lead can be offered to Sales.'
          : 'The lead is not offered to Sales any more, a waiting offer is withdrawn, and only touches that come from the lead are logged.'}
      </ConfirmForm>
    </Dialog>
  )
}
