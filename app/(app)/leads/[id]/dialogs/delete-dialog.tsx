import { ConfirmForm } from '@/components/ui/confirm-form'
import { Dialog } from '@/components/ui/dialog'
import { deleteLeadAction } from '../actions'
import type { LeadDialogProps } from './lead-dialog-props'

export function DeleteDialog({ page: { lead }, backHref }: LeadDialogProps) {
  return (
    <Dialog title="Delete this lead?" size="sm" closeHref={backHref}>
      <ConfirmForm
        action={deleteLeadAction}
        hidden={{ leadId: lead.id }}
        submit="Delete lead"
        isDangerous
        cancelHref={backHref}
      >
        {lead.name} and the whole history disappear for everybody. Reports of the past stay as they were. This can’t be
        undone.
      </ConfirmForm>
    </Dialog>
  )
}
