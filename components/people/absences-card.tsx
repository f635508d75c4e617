import type { AbsenceShape } from '@/lib/absences/absence-shape'
import { formatDay } from '@/lib/format/format-time'
import type { FormAction } from '@/lib/forms/form-state'
import { Card } from '../ui/card'
import { type Option, SelectField, TextField } from '../ui/field'
import { Form, FormButtons, SubmitButton } from '../ui/form'

const here = '/settings/account'
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`)

/** When one is away and who stands in, with a way to say it and to take it back. */
export function AbsencesCard({
  absences,
  substitutes,
  today,
  now,
  sayAbsence,
  cancelAbsence,
}: {
  absences: AbsenceShape[]
  substitutes: Option[]
  /** In the company's zone: "2026-11-23". */
  today: string
  now: Date
  sayAbsence: FormAction
  cancelAbsence: FormAction
}) {
  return (
    <Card
      title="Away"
      footer="Meanwhile no offer is given to you, what waits for you alone is passed on, and who stands in works your leads as their own."
    >
      {absences.length > 0 ? (
        <ul className="mb-4 border-b border-line">
          {absences.map((absence) => (
            <li
              key={absence.id}
              className="flex min-h-12 items-center justify-between gap-4 border-t border-line py-2 text-sm"
            >
              <span className="min-w-0">
                <span className="font-medium">{daysInWords(absence, now)}</span>
                <span className="block text-xs text-ink-quiet">
                  {absence.substitute ? `${absence.substitute.name} stands in` : 'Nobody stands in'}
                </span>
              </span>
              <Form action={cancelAbsence} hidden={{ absenceId: absence.id }} doneHref={here} className="contents">
                <SubmitButton look="secondary" size="sm" pending="Cancelling…">
                  Cancel<span className="sr-only"> {daysInWords(absence, now)}</span>
                </SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      ) : null}
      <Form action={sayAbsence} doneHref={here} label="Say when you are away">
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField name="from" label="First day" type="date" min={today} defaultValue={today} required />
          <TextField name="to" label="Last day" type="date" min={today} required />
          <SelectField name="substitute" label="Who stands in" options={substitutes} placeholder="Nobody" />
        </div>
        <FormButtons>
          <SubmitButton>Save days away</SubmitButton>
        </FormButtons>
      </Form>
    </Card>
  )
}

/** "23 Nov to 27 Nov". */
function daysInWords({ from, to }: AbsenceShape, now: Date): string {
  const [first, last] = [from, to].map((day) => formatDay(noonOf(day), 'UTC', now))
  return first === last ? `${first}` : `${first} to ${last}`
}
