import { EditForm } from '@/components/leads/edit-form'
import { Dialog } from '@/components/ui/dialog'
import { editLeadAction } from '../actions'
import type { LeadDialogProps } from './lead-dialog-props'

export function EditDialog({ page: { lead }, backHref }: LeadDialogProps) {
  return (
    <Dialog title="Edit the lead" subline={lead.name} size="lg" closeHref={backHref}>
      <EditForm action={editLeadAction} lead={lead} doneHref={backHref} cancelHref={backHref} />
    </Dialog>
  )
}
