import { SlidersHorizontal } from 'lucide-react'
import type { LeadFilters } from '@/lib/leads/filters'
import type { Option } from '../ui/field'
import { FilterBar, FilterDate, FilterFold, FilterSearch, FilterSelect, FilterText } from '../ui/filter-bar'

type Written = Partial<Record<keyof LeadFilters, string>>

const stages: Option[] = [
  { value: 'cold', label: 'Cold' },
  { value: 'warm', label: 'Warm' },
  { value: 'hot', label: 'Hot' },
]
const outcomes: Option[] = [
  { value: 'open', label: 'Open' },
  { value: 'won', label: 'Won' },
  { value: 'lost', label: 'Lost' },
]
const desks: Option[] = [
  { value: 'marketing', label: 'With Marketing' },
  { value: 'queue', label: 'Waiting for Sales' },
  { value: 'sales', label: 'With Sales' },
]

/** The filters that have a field here; the others come by links and are carried along. */
const inSight = ['q', 'stage', 'outcome', 'desk', 'owner', 'rep', 'campaign'] as const
const folded = ['tag', 'touchesMin', 'touchesMax', 'createdFrom', 'createdTo'] as const

/** A field of days can't hold a moment, as links from reports may have. */
const isMoment = (value: string | undefined) => value?.includes('T')

const isShown = (name: string, value: string | undefined) =>
  [...inSight, ...folded].some((shown) => shown === name) && !isMoment(value)

const dayOf = (value: string | undefined) => (isMoment(value) ? undefined : value)

/** The filters of the list of leads. `written` is what the address says, `people` and `campaigns` what can be chosen. */
export function LeadFilterBar({
  written,
  sort,
  owners,
  reps,
  campaigns,
  chips,
  clearHref,
}: {
  written: Written
  sort?: string
  owners: Option[]
  reps: Option[]
  campaigns: Option[]
  chips: { label: string; removeHref: string }[]
  clearHref: string
}) {
  const lower = (name: keyof LeadFilters) => written[name]?.toLowerCase()
  const carried = Object.fromEntries(Object.entries(written).filter(([name, value]) => !isShown(name, value)))
  return (
    <FilterBar
      action="/leads"
      keep={{ ...carried, sort }}
      chips={chips}
      clearHref={clearHref}
      first={<FilterSearch name="q" value={written.q} label="Name, company, email, phone" />}
    >
      <FilterFold label="More" icon={<SlidersHorizontal />}>
        <FilterText name="tag" label="Tag" value={written.tag} />
        <FilterText name="touchesMin" label="Touches from" value={written.touchesMin} isNumber />
        <FilterText name="touchesMax" label="Touches up to" value={written.touchesMax} isNumber />
        <FilterDate name="createdFrom" label="Created from" value={dayOf(written.createdFrom)} />
        <FilterDate name="createdTo" label="Created before" value={dayOf(written.createdTo)} />
      </FilterFold>
      <FilterSelect name="stage" label="Stage" any="Any stage" options={stages} value={lower('stage')} />
      <FilterSelect name="outcome" label="Outcome" any="Any outcome" options={outcomes} value={lower('outcome')} />
      <FilterSelect name="desk" label="Desk" any="Any desk" options={desks} value={lower('desk')} />
      <FilterSelect name="owner" label="Owner" any="Any owner" options={owners} value={lower('owner')} />
      <FilterSelect name="rep" label="Rep" any="Any rep" options={reps} value={lower('rep')} />
      {campaigns.length > 0 ? (
        <FilterSelect
          name="campaign"
          label="Campaign"
          any="Any campaign"
          options={campaigns}
          value={lower('campaign')}
        />
      ) : null}
    </FilterBar>
  )
}
