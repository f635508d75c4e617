import { CalendarDays } from 'lucide-react'
import { FilterBar, FilterDate, FilterFold } from '@/components/ui/filter-bar'
import { Tabs } from '@/components/ui/tabs'
import { type ChosenPeriod, dayWords, periodWords, presets } from '@/lib/reports/presets'

/** Which leads, and as it was known when: named periods as links, any days as a form. All of it is in the address. */
export function PeriodBar({ chosen, asOf }: { chosen: ChosenPeriod; asOf: string | null }) {
  const { preset, from, through } = chosen
  const days = preset === null ? { from, through } : {}
  return (
    <FilterBar
      action="/dashboard"
      keep={preset && preset !== '12m' ? { period: preset } : {}}
      chips={[
        ...(preset === null
          ? [{ label: periodWords({ ...chosen, before: null }), removeHref: address({ asOf }) }]
          : []),
        ...(asOf ? [{ label: `As of ${dayWords(asOf)}`, removeHref: address({ period: preset, ...days }) }] : []),
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
        <FilterDate name="asOf" label="As it was known on" {...value(asOf)} />
      </FilterFold>
    </FilterBar>
  )
}

const value = (day: string | null | undefined) => (day ? { value: day } : {})

function address(parameters: Record<string, string | null | undefined>): string {
  const given = Object.entries(parameters).flatMap(([name, text]) => (text ? [[name, text]] : []))
  const query = new URLSearchParams(given).toString()
  return query ? `/dashboard?${query}` : '/dashboard'
}
