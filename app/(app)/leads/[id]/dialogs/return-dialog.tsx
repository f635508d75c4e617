import { ReturnForm } from '@/components/handoffs/return-form'
import { Dialog } from '@/components/ui/dialog'
import { returnAction } from '../../../handoffs/actions'
import type { LeadDialogProps } from './lead-dialog-props'

export function ReturnDialog({ page: { handoff }, to, backHref }: LeadDialogProps) {
  if (!handoff) return null
  return (
    <Dialog title="Send back to Marketing" subline={handoff.lead.name} size="lg" closeHref={backHref}>
      <ReturnForm action={returnAction} handoffId={handoff.id} to={to} cancelHref={backHref} />
    </Dialog>
  )
}
