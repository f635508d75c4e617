'use server'

import { atField } from '@/lib/field-names'
import { formAction } from '@/lib/forms/form-action'
import { editCompanySettings } from '@/lib/settings/edit-company-settings'
import { minuteOfClock } from '@/lib/settings/promise-fields'

export const editCompanySettingsAction = formAction(
  ({ text }) => ({
    companyName: text('companyName'),
    timeZone: text('timeZone'),
    currency: text('currency'),
    digestAtMinute: minuteOfClock(text('digestAt')),
  }),
  (actor, input) => atField(editCompanySettings(actor, input), { digestAtMinute: 'digestAt' }),
  () => ({ message: 'Saved.' }),
)
