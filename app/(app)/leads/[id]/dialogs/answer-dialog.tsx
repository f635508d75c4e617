import { AnswerForm } from '@/components/handoffs/offer-form'
import { Dialog } from '@/components/ui/dialog'
import { answerAction } from '../../../handoffs/actions'
import type { LeadDialogProps } from './lead-dialog-props'

export function AnswerDialog({ page: { handoff }, to, backHref }: LeadDialogProps) {
  if (!handoff) return null
  return (
    <Dialog title="Answer the repair" subline={handoff.lead.name} closeHref={backHref}>
      <AnswerForm action={answerAction} handoffId={handoff.id} to={to} cancelHref={backHref} />
    </Dialog>
  )
}
