'use server'

import { dismissDuplicate } from '@/lib/duplicates/dismiss-duplicate'
import { formAction } from '@/lib/forms/form-action'
import { mergeLeads } from '@/lib/merges/merge-leads'
import { undoMerge } from '@/lib/merges/undo-merge'

/** Merges two leads and goes to the one that was kept, where the merge can be undone. */
export const mergeAction = formAction(
  (fields) => ({
    keptId: fields.text('keptId'),
    goneId: fields.text('goneId'),
    versions: { kept: fields.number('keptVersion'), gone: fields.number('goneVersion') },
    fields: fields.startingWith('field.'),
  }),
  mergeLeads,
  ({ mergeId, lead }) => ({ redirectTo: `/leads/${lead.id}?merged=${mergeId}` }),
)

export const undoMergeAction = formAction(
  (fields) => ({ mergeId: fields.text('mergeId') }),
  undoMerge,
  ({ lead, back }) => ({ message: `${lead.name} and ${back.name} are two leads again.` }),
)

export const dismissAction = formAction(
  (fields) => ({ leadId: fields.text('leadId'), otherId: fields.text('otherId') }),
  dismissDuplicate,
  ({ leads: [one, other] }) => ({ message: `${one.name} and ${other.name} are not suspected any more.` }),
)
