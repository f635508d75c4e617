import { CalendarDays } from 'lucide-react'
import type { ReactNode } from 'react'
import { FilterBar, FilterDate } from '@/components/ui/filter-bar'
import { FilterFold } from '@/components/ui/filter-fold'
import { Tabs } from '@/components/ui/tabs'
import { hrefWith } from '@/components/ui/search-params'
import { type ChosenPeriod, daysInWords, dayWords, type PresetName, presets } from '@/lib/reports/presets'

type Chip = { label: string; removeHref: string }

/**
 * Which days, and on the dashboard as it was known when: named periods as links, any days as a form. All of it is in the
 * address of `path`, where `first` is the period without a word. Without `asOf` only the present can be read.
 */
export function PeriodBar({
  path,
  first,
  chosen,
  asOf,
  keep = {},
  filters,
}: {
  path: string
  /** What the address says besides. */
  keep?: Record<string, string | undefined>
  first: PresetName
  chosen: ChosenPeriod
  asOf?: string | null
  /** Further fields, what the address says by them, and that in words. */
  filters?: { fields: ReactNode; written: Record<string, string | undefined>; chips: Chip[] }
}) {
  const { preset, from, through } = chosen
  const days = preset === null ? { from, through } : {}
  const address = (parameters: Record<string, string | null | undefined>) =>
    hrefWith(
      path,
      { ...keep, ...filters?.written },
      Object.fromEntries(Object.entries(parameters).map(([name, text]) => [name, text ?? null])),
    )
  return (
    <FilterBar
      action={path}
      keep={{ ...keep, ...(preset && preset !== first ? { period: preset } : {}) }}
      chips={[
        ...(preset === null ? [{ label: daysInWords(chosen), removeHref: address({ asOf }) }] : []),
        ...(asOf ? [{ label: `As of ${dayWords(asOf)}`, removeHref: address({ period: preset, ...days }) }] : []),
        ...(filters?.chips ?? []),
      ]}
      first={
        <Tabs
          label="Period"
          tabs={presets.map(({ name, label }) => ({
            label,
            href: address({ period: name, asOf }),
            isActive: preset === name,
          }))}
        />
      }
    >
      <FilterFold label="Other days" icon={<CalendarDays />}>
        <FilterDate name="from" label="From" {...value(days.from)} />
        <FilterDate name="through" label="To" {...value(days.through)} />
        {asOf === undefined ? null : <FilterDate name="asOf" label="As it was known on" {...value(asOf)} />}
      </FilterFold>
      {filters?.fields}
    </FilterBar>
  )
}

const value = (day: string | null | undefined) => (day ? { value: day } : {})
