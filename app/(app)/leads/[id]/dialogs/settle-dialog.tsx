import { SettleForm } from '@/components/handoffs/offer-form'
import { Dialog } from '@/components/ui/dialog'
import { settleAction } from '../../../handoffs/actions'
import type { LeadDialogProps } from './lead-dialog-props'

export function SettleDialog({ page: { handoff }, to, backHref }: LeadDialogProps) {
  if (!handoff) return null
  return (
    <Dialog title="Settle the repair" subline={handoff.lead.name} closeHref={backHref}>
      <SettleForm action={settleAction} handoffId={handoff.id} to={to} cancelHref={backHref} />
    </Dialog>
  )
}
