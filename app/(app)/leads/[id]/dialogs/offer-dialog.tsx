import { OfferForm } from '@/components/handoffs/offer-form'
import { Dialog } from '@/components/ui/dialog'
import { offerAction } from '../../../handoffs/actions'
import type { LeadDialogProps } from './lead-dialog-props'

export function OfferDialog({ page: { lead }, backHref }: LeadDialogProps) {
  return (
    <Dialog title="Offer to Sales" subline={lead.name} closeHref={backHref}>
      <OfferForm action={offerAction} leadId={lead.id} to="" cancelHref={backHref} />
    </Dialog>
  )
}
