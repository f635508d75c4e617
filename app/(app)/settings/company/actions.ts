'use server'

import { formAction } from '@/lib/forms/form-action'
import { editCompanySettings } from '@/lib/settings/edit-company-settings'

export const editCompanySettingsAction = formAction(
  ({ text }) => ({ companyName: text('companyName'), timeZone: text('timeZone'), currency: text('currency') }),
  editCompanySettings,
  () => ({ message: 'Saved.' }),
)
