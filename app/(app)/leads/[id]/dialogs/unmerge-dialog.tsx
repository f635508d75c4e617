import { ConfirmForm } from '@/components/ui/confirm-form'
import { Dialog } from '@/components/ui/dialog'
import { findMerge } from '@/lib/merges/queries'
import { idParam } from '@/lib/page-params'
import { undoMergeAction } from '../../../duplicates/actions'
import type { LeadDialogProps } from './lead-dialog-props'

/** Takes the merge back that `?merge=` names. */
export async function UnmergeDialog({ actor, page: { lead }, params, backHref }: LeadDialogProps) {
  const mergeId = idParam(params, 'merge')
  const merge = mergeId && (await findMerge(actor, mergeId, lead.id))
  if (!merge) return null
  return (
    <Dialog title="Undo this merge?" size="sm" closeHref={backHref}>
      <ConfirmForm
        action={undoMergeAction}
        hidden={{ mergeId: merge.id }}
        submit="Undo the merge"
        doneHref={backHref}
        cancelHref={backHref}
      >
        {merge.gone} is a lead of its own again, with all that it had. What was logged, edited and decided since stays
        with {lead.name}.
      </ConfirmForm>
    </Dialog>
  )
}
