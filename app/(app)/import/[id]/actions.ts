'use server'

import { withFieldNames } from '@/lib/field-names'
import { formAction } from '@/lib/forms/form-action'
import { cancelImport } from '@/lib/imports/cancel-import'
import { mappingFormField, mappingFormInput } from '@/lib/imports/mapping-form-input'
import { getImportFile } from '@/lib/imports/queries'
import { reopenImport } from '@/lib/imports/reopen-import'
import { repeatImport } from '@/lib/imports/repeat-import'
import { revertImport } from '@/lib/imports/revert-import'
import { startImport } from '@/lib/imports/start-import'

export const startImportAction = formAction(
  mappingFormInput,
  (actor, input) => withFieldNames(startImport(actor, input), mappingFormField),
  ({ id }) => ({ redirectTo: `/import/${id}` }),
)

/** Imports for real what a dry run has counted, by the same mapping. */
export const importCheckedAction = formAction(
  ({ text }) => ({ importId: text('importId') }),
  async (actor, input) => {
    const { importId } = input as { importId: string }
    const { kind, mapping, mode, offersWarm } = await getImportFile(actor, importId)
    return startImport(actor, { importId, kind, mode, handOff: offersWarm, ...(mapping ? { mapping } : {}) })
  },
  ({ id }) => ({ redirectTo: `/import/${id}` }),
)

/** Opens a file that was only counted at its columns again. */
export const changeColumnsAction = formAction(
  ({ text }) => ({ importId: text('importId') }),
  reopenImport,
  ({ id }) => ({ redirectTo: `/import/${id}` }),
)

export const cancelImportAction = formAction(
  ({ text }) => ({ importId: text('importId') }),
  cancelImport,
  ({ id }) => ({ redirectTo: `/import/${id}` }),
)

export const revertImportAction = formAction(
  ({ text }) => ({ importId: text('importId') }),
  revertImport,
  ({ id }) => ({ redirectTo: `/import/${id}` }),
)

export const repeatImportAction = formAction(
  ({ text }) => ({ importId: text('importId'), kind: text('kind') }),
  repeatImport,
  ({ id }) => ({ redirectTo: `/import/${id}` }),
)
