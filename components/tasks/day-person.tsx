import NextForm from 'next/form'
import { Button } from '../ui/button'
import { FilterSelect } from '../ui/filter-bar'
import { SubmitOnChange } from '../ui/submit-on-change'

/** What the address says instead of a person for the tasks of all reps. */
export const allReps = 'reps'

/** Chooses whose day is shown; the state is the address. */
export function DayPerson({
  person,
  view,
  people,
}: {
  person: string | undefined
  view: string | undefined
  people: { id: string; name: string }[]
}) {
  return (
    <NextForm action="/day" scroll={false} className="flex items-center gap-2">
      {view ? <input type="hidden" name="view" value={view} /> : null}
      <FilterSelect
        name="person"
        label="Whose day"
        any="My day"
        options={[{ value: allReps, label: 'All reps' }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        value={person}
      />
      <noscript>
        <Button type="submit">Show</Button>
      </noscript>
      <SubmitOnChange />
    </NextForm>
  )
}
