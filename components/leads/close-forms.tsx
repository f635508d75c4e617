import type { FormAction } from '@/lib/forms/form-state'
import { lostReasons, reasonLabels } from '@/lib/handoffs/reasons'
import { LinkButton } from '../ui/button'
import { SelectField, TextAreaField, TextField } from '../ui/field'
import { Form, FormButtons, SubmitButton } from '../ui/form'

type Props = { action: FormAction; leadId: string; timeZone: string; doneHref: string; cancelHref: string }

/** Closes a lead as won: for how much, and when. */
export function WonForm({
  action,
  leadId,
  timeZone,
  value,
  currency,
  today,
  doneHref,
  cancelHref,
}: Props & { value: number | null; currency: string; today: string }) {
  return (
    <Form action={action} hidden={{ leadId, timeZone, outcome: 'won' }} doneHref={doneHref} label="Won">
      <div className="grid grid-cols-[minmax(0,1fr)_6rem] gap-4">
        <TextField
          name="value"
          label="Value"
          optional
          inputMode="decimal"
          defaultValue={value === null ? '' : String(value)}
        />
        <TextField name="currency" label="Currency" defaultValue={currency} maxLength={3} />
      </div>
      <TextField name="closedOn" label="Won on" type="date" defaultValue={today} max={today} required />
      <TextAreaField name="note" label="Note" optional rows={2} maxLength={5000} />
      <FormButtons>
        <SubmitButton>Mark as won</SubmitButton>
        <LinkButton href={cancelHref} scroll={false}>
          Cancel
        </LinkButton>
      </FormButtons>
    </Form>
  )
}

/** Closes a lead as lost: why. */
export function LostForm({ action, leadId, timeZone, doneHref, cancelHref }: Props) {
  return (
    <Form action={action} hidden={{ leadId, timeZone, outcome: 'lost' }} doneHref={doneHref} label="Lost">
      <SelectField
        name="reason"
        label="Reason"
        placeholder="Choose a reason"
        options={lostReasons.map((reason) => ({ value: reason, label: reasonLabels[reason] }))}
        required
      />
      <TextAreaField name="note" label="Note" optional maxLength={5000} hint="Needed when the reason is “Other”." />
      <FormButtons>
        <SubmitButton>Mark as lost</SubmitButton>
        <LinkButton href={cancelHref} scroll={false}>
          Cancel
        </LinkButton>
      </FormButtons>
    </Form>
  )
}
