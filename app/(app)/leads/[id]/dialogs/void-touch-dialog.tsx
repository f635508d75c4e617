import { ConfirmForm } from '@/components/ui/confirm-form'
import { Dialog } from '@/components/ui/dialog'
import { idParam } from '@/lib/page-params'
import { voidTouchAction } from '../actions'
import type { LeadDialogProps } from './lead-dialog-props'

/** Voids the touch that `?touch=` names. */
export function VoidTouchDialog({ params, backHref }: LeadDialogProps) {
  const touchpointId = idParam(params, 'touch')
  if (!touchpointId) return null
  return (
    <Dialog title="Void this touch?" size="sm" closeHref={backHref}>
      <ConfirmForm
        action={voidTouchAction}
        hidden={{ touchpointId }}
        submit="Void touch"
        isDangerous
        doneHref={backHref}
        cancelHref={backHref}
      >
        It stays in the history, marked as voided. Count and stage are then as if it had not been, and an offer that
        Baton made because of it goes back.
      </ConfirmForm>
    </Dialog>
  )
}
