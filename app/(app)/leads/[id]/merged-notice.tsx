import { Form, SubmitButton } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import type { Actor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { findMerge } from '@/lib/merges/queries'
import { undoMergeAction } from '../../duplicates/actions'

/** After a merge: says so, with the way back. Nothing once it is undone. */
export async function MergedNotice({
  actor,
  leadId,
  mergeId,
  doneHref,
}: {
  actor: Actor
  leadId: string
  mergeId: string | undefined
  doneHref: string
}) {
  const merge = mergeId && can(actor, 'lead.merge') ? await findMerge(actor, mergeId, leadId) : null
  if (!merge) return null
  return (
    <Form action={undoMergeAction} hidden={{ mergeId: merge.id }} doneHref={doneHref} label="Undo the merge">
      <Notice
        kind="good"
        title={`${merge.gone} was merged into this lead.`}
        action={
          <SubmitButton look="secondary" size="sm" pending="Undoing…">
            Undo
          </SubmitButton>
        }
      />
    </Form>
  )
}
