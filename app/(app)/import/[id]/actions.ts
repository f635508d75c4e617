'use server'

import { formAction } from '@/lib/forms/form-action'
import { cancelImport } from '@/lib/imports/cancel-import'
import { mappingFormInput, refusedByField } from '@/lib/imports/mapping-form-input'
import { repeatImport } from '@/lib/imports/repeat-import'
import { startImport } from '@/lib/imports/start-import'

export const startImportAction = formAction(
  mappingFormInput,
  (actor, input) => refusedByField(() => startImport(actor, input)),
  ({ id }) => ({ redirectTo: `/import/${id}` }),
)

export const cancelImportAction = formAction(
  ({ text }) => ({ importId: text('importId') }),
  cancelImport,
  ({ id }) => ({ redirectTo: `/import/${id}` }),
)

export const repeatImportAction = formAction(
  ({ text }) => ({ importId: text('importId'), kind: text('kind') }),
  repeatImport,
  ({ id }) => ({ redirectTo: `/import/${id}` }),
)
