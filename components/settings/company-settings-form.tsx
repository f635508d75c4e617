import type { FormAction } from '@/lib/forms/form-state'
import { clockOf } from '@/lib/settings/promise-fields'
import { SelectField, TextField, type OptionGroup } from '../ui/field'
import { Form, FormButtons, SubmitButton } from '../ui/form'

/** Cities by continent, as people look for theirs. */
function zoneGroups(current: string): OptionGroup[] {
  const groups = new Map<string, string[]>([['World', ['UTC']]])
  for (const zone of new Set([...Intl.supportedValuesOf('timeZone'), current])) {
    if (zone === 'UTC') continue
    const region = zone.includes('/') ? (zone.split('/')[0] ?? zone) : 'World'
    groups.set(region, [...(groups.get(region) ?? []), zone])
  }
  return [...groups].map(([label, zones]) => ({
    label,
    options: zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
  }))
}

const currencyNames = new Intl.DisplayNames('en', { type: 'currency' })

const currencyOptions = (current: string) =>
  [...new Set([...Intl.supportedValuesOf('currency'), current])].map((code) => ({
    value: code,
    label: `${code} · ${currencyNames.of(code) ?? code}`,
  }))

/** Name, zone and currency of the company, and when its digests go out. */
export function CompanySettingsForm({
  action,
  settings,
}: {
  action: FormAction
  settings: { companyName: string; timeZone: string; currency: string; digestAtMinute: number }
}) {
  return (
    <Form action={action} label="Company">
      <TextField name="companyName" label="Name" defaultValue={settings.companyName} required maxLength={200} />
      <SelectField
        name="timeZone"
        label="Time zone"
        options={zoneGroups(settings.timeZone)}
        defaultValue={settings.timeZone}
        hint="Days begin and end by it, in lists, reports and daily caps. A new zone counts every lead anew."
        required
      />
      <SelectField
        name="currency"
        label="Currency"
        options={currencyOptions(settings.currency)}
        defaultValue={settings.currency}
        hint="What the value of a new lead is in unless somebody says otherwise. Values that are there keep theirs."
        required
      />
      <TextField
        name="digestAt"
        label="Daily digests at"
        type="time"
        defaultValue={clockOf(settings.digestAtMinute)}
        hint="On working days, to those who chose it for some of their notifications."
        required
      />
      <FormButtons>
        <SubmitButton>Save</SubmitButton>
      </FormButtons>
    </Form>
  )
}
