import { type Option, SelectField, TextField } from '../ui/field'

const ownTime = { value: 'at', label: 'At another time…' }

/**
 * What is to be done and when, on one line; a time of one's own is asked for once it is chosen. The names of the fields
 * begin with `names`.
 */
export function TaskFields({ names = '', times }: { names?: string; times: Option[] }) {
  return (
    <div className="group/task grid gap-2 sm:grid-cols-[minmax(0,1fr)_13rem]">
      <TextField
        name={`${names}what`}
        label="What is to be done next"
        hideLabel
        placeholder="Call back, send the offer…"
        maxLength={200}
        autoComplete="off"
      />
      <SelectField
        name={`${names}when`}
        label="Due"
        hideLabel
        options={[...times, ownTime]}
        defaultValue={times[0]?.value}
      />
      <div className="hidden group-has-[option[value=at]:checked]/task:block sm:col-start-2">
        <TextField name={`${names}at`} label="Due at" hideLabel type="datetime-local" />
      </div>
    </div>
  )
}
