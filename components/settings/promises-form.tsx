import type { FormAction } from '@/lib/forms/form-state'
import {
  clockOf,
  holidaysWritten,
  limitNames,
  minutesWritten,
  promiseNames,
  targetNames,
} from '@/lib/settings/promise-fields'
import type { PromiseSettings } from '@/lib/settings/promise-settings'
import { Card } from '../ui/card'
import { CheckboxField, TextAreaField, TextField } from '../ui/field'
import { RadioCards, type RadioOption } from '../ui/radio-cards'
import { Form, FormButtons, SubmitButton } from '../ui/form'

const promises: Record<(typeof promiseNames)[number], { label: string; hint: string }> = {
  acceptWithinMinutes: { label: 'Sales answers a warm lead within', hint: 'Accepts it or sends it back.' },
  acceptHotWithinMinutes: {
    label: 'Sales answers a hot lead within',
    hint: 'Also one that becomes hot while it waits.',
  },
  touchWithinMinutes: { label: 'Sales touches an accepted lead within', hint: 'By any channel of Sales.' },
  answerWithinMinutes: { label: 'Marketing answers a repair within', hint: 'Fixes it or disputes it.' },
}

const targets: Record<(typeof targetNames)[number], string> = {
  salesTarget: 'Sales keeps of its times, in percent',
  marketingTarget: 'Sales accepts of what Marketing offers, in percent',
}

const limits: Record<(typeof limitNames)[number], { label: string; hint: string }> = {
  maxHeldLeads: { label: 'Open leads of a rep', hint: 'At once, at most. Leave it empty for no limit.' },
  maxTakenPerDay: { label: 'Leads taken a day', hint: 'By one rep, at most. Leave it empty for no limit.' },
  coolDownDays: {
    label: 'Days of cooling down',
    hint: 'Before a rep takes a lead again that they sent back. Leave it empty for none.',
  },
}

const givingOut: (RadioOption & { value: PromiseSettings['giveOut'] })[] = [
  { value: 'open', label: 'Whoever takes it', meaning: 'One queue, open to all reps.' },
  { value: 'round_robin', label: 'Each rep in turn', meaning: 'One after another.' },
  { value: 'least_loaded', label: 'Who has the fewest', meaning: 'Of open leads and offers.' },
]

/** Monday first, by the number of the day. */
const days: [number, string][] = [
  [1, 'Monday'],
  [2, 'Tuesday'],
  [3, 'Wednesday'],
  [4, 'Thursday'],
  [5, 'Friday'],
  [6, 'Saturday'],
  [0, 'Sunday'],
]

const office = { from: 9 * 60, to: 17 * 60 }

/** What the teams promise each other, and the hours in which their promises run. */
export function PromisesForm({
  action,
  settings,
  timeZone,
}: {
  action: FormAction
  settings: PromiseSettings
  timeZone: string
}) {
  return (
    <Form action={action} label="Promises">
      <Card
        title="Promises"
        footer="In working time: nights, weekends and holidays do not count. What is promised already stays as it is."
      >
        <div className="grid gap-4 sm:grid-cols-2">
          {promiseNames.map((name) => (
            <TextField
              key={name}
              name={name}
              {...promises[name]}
              defaultValue={minutesWritten(settings[name])}
              required
            />
          ))}
          {targetNames.map((name) => (
            <TextField
              key={name}
              name={name}
              label={targets[name]}
              type="number"
              min={1}
              max={100}
              defaultValue={String(settings[name])}
              required
            />
          ))}
        </div>
      </Card>
      <Card
        title="How a lead is given out"
        footer="What waits for one rep is theirs alone until its promise has passed, then open to all. Who is at a limit or sent the lead back lately is passed over."
      >
        <RadioCards
          name="giveOut"
          legend="An offer waits for"
          options={givingOut}
          defaultValue={settings.giveOut}
          required
        />
      </Card>
      <Card
        title="Who takes how much"
        footer="For reps who take leads themselves. Managers give leads to whom they like."
      >
        <div className="grid gap-4 sm:grid-cols-3">
          {limitNames.map((name) => (
            <TextField
              key={name}
              name={name}
              type="number"
              min={1}
              optional
              defaultValue={settings[name] === null ? '' : String(settings[name])}
              {...limits[name]}
            />
          ))}
        </div>
      </Card>
      <Card title="Working hours" aside={timeZone.replaceAll('_', ' ')}>
        <ul className="flex flex-col">
          {days.map(([day, name]) => (
            <WorkingDay key={day} day={day} name={name} span={settings.week[day] ?? null} />
          ))}
        </ul>
      </Card>
      <Card title="Holidays">
        <TextAreaField
          name="holidays"
          label="A day a line"
          rows={6}
          maxLength={40_000}
          optional
          defaultValue={holidaysWritten(settings.holidays)}
          hint="2026-12-25 Christmas Day"
        />
      </Card>
      <FormButtons>
        <SubmitButton>Save</SubmitButton>
      </FormButtons>
    </Form>
  )
}

/** Whether and when people work on a day of the week. */
function WorkingDay({ day, name, span }: { day: number; name: string; span: PromiseSettings['week'][number] }) {
  const { from, to } = span ?? office
  return (
    <li className="grid grid-cols-2 items-start gap-x-3 gap-y-1.5 border-t border-line py-2 first:border-t-0 sm:grid-cols-[1fr_9rem_9rem]">
      <div className="self-center max-sm:col-span-2">
        <CheckboxField name={`works.${day}`} label={name} defaultChecked={span !== null} />
      </div>
      <TextField name={`from.${day}`} label={`${name} from`} hideLabel type="time" defaultValue={clockOf(from)} />
      <TextField name={`to.${day}`} label={`${name} to`} hideLabel type="time" defaultValue={clockOf(to)} />
    </li>
  )
}
