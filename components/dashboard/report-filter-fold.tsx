import { SlidersHorizontal } from 'lucide-react'
import { FilterFold, FilterPick, FilterRange } from '@/components/ui/filter-fold'
import type { Option } from '@/components/ui/field'
import type { ReportFilters } from '@/lib/reports/filters'
import { channelOptions } from '@/lib/touchpoints/channel-options'

/** Reports know nobody in particular. */
const isAnybody = ({ value }: Option) => value !== 'me'

/** Of which leads a report speaks. */
export function ReportFilterFold({
  written,
  sources,
  campaigns,
  owners,
  reps,
}: {
  written: Partial<Record<keyof ReportFilters, string>>
  sources: string[]
  campaigns: Option[]
  owners: Option[]
  reps: Option[]
}) {
  return (
    <FilterFold label="Filter" icon={<SlidersHorizontal />}>
      <FilterPick
        name="source"
        label="Source"
        any="Any source"
        options={sources.map((source) => ({ value: source, label: source }))}
        value={written.source}
      />
      <FilterPick
        name="channel"
        label="Touched on"
        any="Any channel"
        options={channelOptions}
        value={written.channel}
      />
      <FilterPick name="campaign" label="Campaign" any="Any campaign" options={campaigns} value={written.campaign} />
      <FilterPick name="owner" label="Owner" any="Any owner" options={owners.filter(isAnybody)} value={written.owner} />
      <FilterPick name="rep" label="Rep" any="Any rep" options={reps.filter(isAnybody)} value={written.rep} />
      <FilterRange
        label="Employees"
        from={{ name: 'employeesMin', value: written.employeesMin }}
        to={{ name: 'employeesMax', value: written.employeesMax }}
      />
      <FilterRange
        label="Value"
        from={{ name: 'valueMin', value: written.valueMin }}
        to={{ name: 'valueMax', value: written.valueMax }}
      />
    </FilterFold>
  )
}
