import { LostForm } from '@/components/leads/close-forms'
import { Dialog } from '@/components/ui/dialog'
import { closeLeadAction } from '../actions'
import type { LeadDialogProps } from './lead-dialog-props'

export function LostDialog({ page: { lead, timeZone }, backHref }: LeadDialogProps) {
  return (
    <Dialog title="Lost" subline={lead.name} closeHref={backHref}>
      <LostForm
        action={closeLeadAction}
        leadId={lead.id}
        timeZone={timeZone}
        doneHref={backHref}
        cancelHref={backHref}
      />
    </Dialog>
  )
}
