import { WonForm } from '@/components/leads/close-forms'
import { Dialog } from '@/components/ui/dialog'
import { localOf } from '@/lib/local-time'
import { closeLeadAction } from '../actions'
import type { LeadDialogProps } from './lead-dialog-props'

export function WonDialog({ page: { lead, timeZone, currency }, now, backHref }: LeadDialogProps) {
  return (
    <Dialog title="Won" subline={lead.name} closeHref={backHref}>
      <WonForm
        action={closeLeadAction}
        leadId={lead.id}
        timeZone={timeZone}
        value={lead.value}
        currency={lead.currency ?? currency}
        today={localOf(now, timeZone).slice(0, 10)}
        doneHref={backHref}
        cancelHref={backHref}
      />
    </Dialog>
  )
}
