'use client'

import { SelectField } from '@/components/ui/field'
import { formatCountOf } from '@/lib/format/format-number'
import type { FieldOption } from './mapping-columns'

/** The words of one column beside ours, with how often each is there; the empty cells take the default. */
export function ValueMap({
  field,
  label,
  values,
  words,
  suggested,
}: {
  field: string
  label: string
  values: [string, number][]
  words: FieldOption[]
  suggested: Record<string, string>
}) {
  const named = values.filter(([value]) => value !== '')
  return (
    <fieldset className="flex flex-col">
      <legend className="text-sm font-semibold">{label}: their words and ours</legend>
      <p className="mb-2 text-xs text-ink-quiet">A row whose word stays without one of ours comes back to you.</p>
      {named.map(([value, count]) => (
        <div key={value} className="flex items-center gap-4 border-t border-line py-2 max-md:gap-2">
          <span className="min-w-0 flex-1">
            <span className="block text-sm font-medium wrap-break-word">{value}</span>
            <span className="block text-xs text-ink-quiet tabular-nums">{formatCountOf(count, 'row')}</span>
          </span>
          <span className="w-64 max-md:w-3/5">
            <SelectField
              name={`value:${field}:${value}`}
              label={`${value} means`}
              hideLabel
              defaultValue={suggested[value] ?? ''}
              options={words}
              placeholder="Choose…"
            />
          </span>
        </div>
      ))}
    </fieldset>
  )
}
