import { ConfirmForm } from '@/components/ui/confirm-form'
import { Dialog } from '@/components/ui/dialog'
import { reopenLeadAction } from '../actions'
import type { LeadDialogProps } from './lead-dialog-props'

export function ReopenDialog({ page: { lead }, backHref }: LeadDialogProps) {
  return (
    <Dialog title="Reopen this lead?" size="sm" closeHref={backHref}>
      <ConfirmForm
        action={reopenLeadAction}
        hidden={{ leadId: lead.id }}
        submit="Reopen"
        doneHref={backHref}
        cancelHref={backHref}
      >
        {lead.rep ? `It is with ${lead.rep.name} again.` : 'It is with Marketing again, and is not offered by itself.'}
      </ConfirmForm>
    </Dialog>
  )
}
