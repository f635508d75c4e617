'use server'

import { withFieldNames } from '@/lib/field-names'
import { formAction } from '@/lib/forms/form-action'
import { cancelImport } from '@/lib/imports/cancel-import'
import { mappingFormField, mappingFormInput } from '@/lib/imports/mapping-form-input'
import { getImportFile } from '@/lib/imports/queries'
import { reopenImport } from '@/lib/imports/reopen-import'
import { repeatImport } from '@/lib/imports/repeat-import'
import { rereadImport } from '@/lib/imports/reread-import'
import { revertImport } from '@/lib/imports/revert-import'
import { startImport } from '@/lib/imports/start-import'

/** Reads the file anew, as the person says that it is written. */
export const rereadImportAction = formAction(
  ({ text, all }) => ({
    importId: text('importId'),
    encoding: text('encoding'),
    delimiter: all('delimiter')[0],
    headerAfter: text('headerAfter'),
    dateOrder: text('dateOrder'),
    decimal: text('decimal'),
  }),
  rereadImport,
  ({ id }, { text }) => ({ redirectTo: `/import/${id}?kind=${text('kind') ?? 'leads'}` }),
)

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
    const { kind, mapping, mode, offersWarm, overwritesWithEmpty } = await getImportFile(actor, importId)
    return startImport(actor, {
      importId,
      kind,
      mode,
      handOff: offersWarm,
      overwriteWithEmpty: overwritesWithEmpty,
      ...(mapping ? { mapping } : {}),
    })
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
