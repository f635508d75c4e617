'use client'

import { useId } from 'react'
import { useFormContext } from './form'

export type RadioOption = { value: string; label: string; meaning?: string }

/**
 * One of two or three, all in sight, each with what it means. What stands in the same form can follow the choice by CSS
 * alone (`group-has-[[value=repair]:checked]:block`), so that it works before JavaScript.
 * `<RadioCards name="kind" legend="What should happen?" options={[{ value: 'repair', label: 'Repair', meaning: '…' }]} />`
 */
export function RadioCards({
  name,
  legend,
  options,
  defaultValue,
  required,
}: {
  name: string
  legend: string
  options: RadioOption[]
  defaultValue?: string
  required?: boolean
}) {
  const id = useId()
  const { state } = useFormContext()
  const chosen = state.values?.[name] ?? defaultValue
  const error = state.errors?.[name]
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      <div className="grid gap-2 sm:auto-cols-fr sm:grid-flow-col">
        {options.map(({ value, label, meaning }) => (
          <label
            key={value}
            className="flex min-h-8.5 cursor-pointer items-start gap-2 rounded-md border border-line-strong bg-surface px-2.5 py-2 text-sm shadow-raised hover:bg-hover has-checked:border-ink has-checked:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus max-md:min-h-11"
          >
            <input
              key={chosen}
              type="radio"
              name={name}
              value={value}
              defaultChecked={chosen === value}
              required={required}
              className="mt-0.5 size-4 shrink-0 accent-ink focus-visible:outline-none"
            />
            <span className="min-w-0">
              <span className="font-medium">{label}</span>
              {meaning ? <span className="block text-xs text-ink-quiet">{meaning}</span> : null}
            </span>
          </label>
        ))}
      </div>
      {error ? (
        <p id={`${id}-error`} className="mt-1.5 text-xs font-medium text-danger-ink">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
