import type { HandoffPageFilters } from '@/lib/handoffs/filters'
import { handoffFates } from '@/lib/handoffs/filters'
import { fateWords } from '@/lib/handoffs/filter-words'
import { returnKinds, returnKindWords } from '@/lib/handoffs/reasons'
import type { HandoffView } from '@/lib/handoffs/views'
import { FilterBar, FilterSelect } from '../ui/filter-bar'
import { FilterDays } from '../ui/filter-fold'

type Written = Partial<Record<keyof HandoffPageFilters, string>>

/** The filters that a view has fields for; the others come by links and are carried along. */
const fields: Partial<Record<HandoffView, (keyof Written)[]>> = {
  waiting: ['overdue'],
  returned: ['kind'],
  all: ['fate', 'offeredFrom', 'offeredTo'],
}

/** The filters of a view of the handoffs; nothing where it has none. `written` is what the address says. */
export function HandoffFilterBar({
  view,
  written,
  keep,
  today,
  chips,
  clearHref,
}: {
  view: HandoffView
  written: Written
  /** How the list is shown besides. */
  keep: Record<string, string | undefined>
  /** In the company's zone. */
  today: string
  chips: { label: string; removeHref: string }[]
  clearHref: string
}) {
  const inSight = fields[view] ?? []
  if (inSight.length === 0 && chips.length === 0) return null
  const carried = Object.entries(written).filter(([name]) => !inSight.some((field) => field === name))
  return (
    <FilterBar
      action="/handoffs"
      keep={{ view: view === 'waiting' ? undefined : view, ...Object.fromEntries(carried), ...keep }}
      chips={chips}
      clearHref={clearHref}
    >
      {view === 'waiting' ? (
        <FilterSelect
          name="overdue"
          label="Due"
          any="Due at any time"
          options={[{ value: 'true', label: 'Overdue' }]}
          value={written.overdue}
        />
      ) : null}
      {view === 'returned' ? (
        <FilterSelect
          name="kind"
          label="Kind"
          any="Any kind"
          options={returnKinds.map((value) => ({ value, label: returnKindWords[value].label }))}
          value={written.kind}
        />
      ) : null}
      {view === 'all' ? (
        <>
          <FilterSelect
            name="fate"
            label="What became of it"
            any="Whatever became of it"
            options={handoffFates.map((value) => ({ value, label: fateWords[value] }))}
            value={written.fate}
          />
          <FilterDays
            label="Offered"
            from={{ name: 'offeredFrom', value: written.offeredFrom }}
            to={{ name: 'offeredTo', value: written.offeredTo }}
            today={today}
          />
        </>
      ) : null}
    </FilterBar>
  )
}
