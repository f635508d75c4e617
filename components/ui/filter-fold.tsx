import type { ReactNode } from 'react'
import { AddressInput } from './address-fields'
import { buttonClass } from './button'
import { DayField } from './day-field'
import { filterControl, FilterSelect } from './filter-bar'

/** What stands beside a label in a fold: one control, or two that share the room. */
const FOLDED = 'flex w-58 shrink-0 gap-2 *:w-full *:max-w-none *:min-w-0 max-md:w-66'

/** Filters that are wanted now and then, folded away; on a phone they open as a sheet above the bar. */
export function FilterFold({ label, icon, children }: { label: string; icon: ReactNode; children: ReactNode }) {
  return (
    <details data-menu className="relative shrink-0">
      <summary className={buttonClass('secondary', 'md', 'cursor-pointer list-none *:size-4')}>
        {icon}
        {label}
      </summary>
      <div className="absolute top-full left-0 z-30 mt-1.5 flex w-92 flex-col gap-2.5 rounded-lg border border-line bg-surface p-4 shadow-over max-md:fixed max-md:inset-x-3 max-md:top-auto max-md:bottom-[calc(var(--bottom-bar)+0.75rem)] max-md:w-auto">
        {children}
      </div>
    </details>
  )
}

/** One of a few, in a fold: with its label beside it. */
export function FilterPick({ label, ...select }: Parameters<typeof FilterSelect>[0]) {
  return (
    <div className="flex items-center justify-between gap-1.5 text-xs text-ink-quiet">
      <span aria-hidden="true">{label}</span>
      <span className={FOLDED}>
        <FilterSelect label={label} {...select} />
      </span>
    </div>
  )
}

type Edge = { name: string; value?: string }

/** A number from and up to. */
export function FilterRange({ label, from, to }: { label: string; from: Edge; to: Edge }) {
  const edge = ({ name, value }: Edge, word: string) => (
    <AddressInput
      name={name}
      value={value}
      aria-label={`${label} ${word}`}
      placeholder={word}
      inputMode="decimal"
      pattern="[0-9]{1,12}([.][0-9]{1,2})?"
      className={`${filterControl} px-2 placeholder:text-ink-quiet`}
    />
  )
  return (
    <div className="flex items-center justify-between gap-1.5 text-xs text-ink-quiet">
      <span aria-hidden="true">{label}</span>
      <span className={FOLDED}>
        {edge(from, 'from')}
        {edge(to, 'up to')}
      </span>
    </div>
  )
}

/** A word to filter by. */
export function FilterText({ name, label, value }: { name: string; label: string; value?: string }) {
  return (
    <label className="flex items-center justify-between gap-1.5 text-xs text-ink-quiet">
      {label}
      <span className={FOLDED}>
        <AddressInput name={name} value={value} className={`${filterControl} px-2`} />
      </span>
    </label>
  )
}

/** From a day and before a day, both of which may move along with the calendar. */
export function FilterDays({ label, from, to, today }: { label: string; from: Edge; to: Edge; today: string }) {
  const day = ({ name, value }: Edge, word: string) => (
    <DayField
      name={name}
      label={`${label} ${word}`}
      any={word}
      value={value}
      today={today}
      className={`${filterControl} w-full min-w-0 px-2 text-ellipsis`}
    />
  )
  return (
    <div className="flex shrink-0 items-start justify-between gap-1.5 text-xs text-ink-quiet">
      <span aria-hidden="true" className="flex h-8.5 items-center max-md:h-11">
        {label}
      </span>
      <span className={FOLDED}>
        {day(from, 'from')}
        {day(to, 'before')}
      </span>
    </div>
  )
}
