'use server'

import { withFieldNames } from '@/lib/field-names'
import { formAction } from '@/lib/forms/form-action'
import { promiseField, promiseFields } from '@/lib/settings/promise-fields'
import { savePromiseSettings } from '@/lib/settings/save-promise-settings'

export const savePromiseSettingsAction = formAction(
  promiseFields,
  (actor, input) => withFieldNames(savePromiseSettings(actor, input), promiseField),
  () => ({ message: 'Saved.' }),
)
