import { SlidersHorizontal } from 'lucide-react'
import type { LeadFilters } from '@/lib/leads/filters'
import { channelOptions } from '@/lib/touchpoints/channel-options'
import type { Option } from '../ui/field'
import { FilterBar, FilterSearch, FilterSelect } from '../ui/filter-bar'
import { FilterDays, FilterFold, FilterPick, FilterRange, FilterText } from '../ui/filter-fold'

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
const periods = [
  { label: 'Last touch', from: 'lastTouchFrom', to: 'lastTouchTo' },
  { label: 'Became warm', from: 'warmedFrom', to: 'warmedTo' },
  { label: 'Created', from: 'createdFrom', to: 'createdTo' },
] as const
const folded = [
  ...(['tag', 'source', 'channel', 'notCampaign'] as const),
  ...(['touchesMin', 'touchesMax', 'valueMin', 'valueMax', 'employeesMin', 'employeesMax'] as const),
  ...periods.flatMap(({ from, to }) => [from, to]),
]

/** A field of days can't hold a moment, as links from reports may have. */
const isMoment = (value: string | undefined) => value !== undefined && /^\d.*T/.test(value)

const isShown = (name: string, value: string | undefined) =>
  [...inSight, ...folded].some((shown) => shown === name) && !isMoment(value)

const dayOf = (value: string | undefined) => (isMoment(value) ? undefined : value)

/** The filters of the list of leads. `written` is what the address says, `people` and `campaigns` what can be chosen. */
export function LeadFilterBar({
  written,
  keep,
  owners,
  reps,
  campaigns,
  today,
  chips,
  clearHref,
}: {
  written: Written
  /** What else the address says: the order, the columns, the view. */
  keep: Record<string, string | undefined>
  owners: Option[]
  reps: Option[]
  campaigns: Option[]
  /** In the company's zone. */
  today: string
  chips: { label: string; removeHref: string }[]
  clearHref: string
}) {
  const lower = (name: keyof LeadFilters) => written[name]?.toLowerCase()
  const carried = Object.fromEntries(Object.entries(written).filter(([name, value]) => !isShown(name, value)))
  return (
    <FilterBar
      action="/leads"
      keep={{ ...carried, ...keep }}
      chips={chips}
      clearHref={clearHref}
      first={<FilterSearch name="q" value={written.q} label="Name, company, email, phone" />}
    >
      <FilterFold label="More" icon={<SlidersHorizontal />}>
        <FilterText name="tag" label="Tag" value={written.tag} />
        <FilterText name="source" label="Source" value={written.source} />
        <FilterPick
          name="channel"
          label="Touched on"
          any="Any channel"
          options={channelOptions}
          value={lower('channel')}
        />
        {campaigns.length > 0 ? (
          <FilterPick
            name="notCampaign"
            label="Not touched by"
            any="No matter which"
            options={campaigns}
            value={lower('notCampaign')}
          />
        ) : null}
        <FilterRange
          label="Touches"
          from={{ name: 'touchesMin', value: written.touchesMin }}
          to={{ name: 'touchesMax', value: written.touchesMax }}
        />
        <FilterRange
          label="Value"
          from={{ name: 'valueMin', value: written.valueMin }}
          to={{ name: 'valueMax', value: written.valueMax }}
        />
        <FilterRange
          label="Employees"
          from={{ name: 'employeesMin', value: written.employeesMin }}
          to={{ name: 'employeesMax', value: written.employeesMax }}
        />
        {periods.map(({ label, from, to }) => (
          <FilterDays
            key={label}
            label={label}
            from={{ name: from, value: dayOf(written[from]) }}
            to={{ name: to, value: dayOf(written[to]) }}
            today={today}
          />
        ))}
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
