'use client'

import { useState } from 'react'
import { offeredDays, relativeDayInWords } from '@/lib/relative-day'
import { AddressInput, AddressSelect } from './address-fields'

/**
 * An edge of a period in a GET form: a day that moves along, chosen by its name, or a day of the calendar. "a day…" stands
 * for today and brings the field of a day, with the script or without.
 */
export function DayField({
  name,
  label,
  any,
  value = '',
  today,
  className,
}: {
  name: string
  label: string
  /** What it says where no day is chosen. */
  any: string
  value?: string
  /** In the company's zone: "2026-11-23". */
  today: string
  className: string
}) {
  const isDate = value !== '' && relativeDayInWords(value) === null
  const [shown, setShown] = useState({ value, isDate })
  if (shown.value !== value) setShown({ value, isDate })
  const word = isDate ? '' : value.toLowerCase()
  const words = [...new Set([...offeredDays, ...(word ? [word] : [])])]
  return (
    <span className="flex min-w-0 flex-col gap-1.5">
      <AddressSelect
        name={shown.isDate ? undefined : name}
        aria-label={label}
        value={isDate ? today : word}
        onChange={({ target }) => setShown({ value, isDate: target.value === today })}
        className={`${className} select-arrow ${value ? 'font-medium text-ink' : ''}`}
      >
        <option value="">{any}</option>
        {words.map((day) => (
          <option key={day} value={day}>
            {relativeDayInWords(day)?.alone}
          </option>
        ))}
        <option value={today}>a day…</option>
      </AddressSelect>
      {shown.isDate ? (
        <AddressInput
          type="date"
          name={name}
          aria-label={`${label} the day`}
          value={isDate ? value : today}
          className={className}
        />
      ) : null}
    </span>
  )
}
