'use server'

import { withFieldNames } from '@/lib/field-names'
import { formAction } from '@/lib/forms/form-action'
import { cancelImport } from '@/lib/imports/cancel-import'
import { mappingFormField, mappingFormInput } from '@/lib/imports/mapping-form-input'
import { repeatImport } from '@/lib/imports/repeat-import'
import { startImport } from '@/lib/imports/start-import'

export const startImportAction = formAction(
  mappingFormInput,
  (actor, input) => withFieldNames(startImport(actor, input), mappingFormField),
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
