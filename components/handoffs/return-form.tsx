import type { FormAction } from '@/lib/forms/form-state'
import { qualities, qualityWords } from '@/lib/handoffs/quality'
import { reasonLabels, returnKinds, returnKindWords, returnReasons } from '@/lib/handoffs/reasons'
import type { ReturnKind } from '@/prisma/generated/enums'
import { LinkButton } from '../ui/button'
import { SelectField, TextAreaField, TextField } from '../ui/field'
import { Form, FormButtons, SubmitButton } from '../ui/form'
import { RadioCards } from '../ui/radio-cards'

/** Which part of the form belongs to which kind; shown by CSS, so that it follows the choice before JavaScript too. */
const only: Record<ReturnKind, string> = {
  repair: 'hidden group-has-[[value=repair]:checked]:block',
  recycle: 'hidden group-has-[[value=recycle]:checked]:block',
  disqualify: 'hidden group-has-[[value=disqualify]:checked]:block',
}

/** Sales gives a lead back: the kind, its reason, a note. Each kind has its own list of reasons (`reason-repair`, …). */
export function ReturnForm({
  action,
  handoffId,
  to,
  cancelHref,
}: {
  action: FormAction
  handoffId: string
  /** Where to go afterwards. */
  to: string
  cancelHref: string
}) {
  return (
    <Form action={action} hidden={{ handoffId, to }} label="Send back" className="group flex flex-col gap-4">
      <RadioCards
        name="kind"
        legend="What should happen with the lead?"
        defaultValue="repair"
        options={returnKinds.map((value) => ({ value, ...returnKindWords[value] }))}
        required
      />
      {returnKinds.map((kind) => (
        <div key={kind} className={only[kind]}>
          <SelectField
            name={`reason-${kind}`}
            label="Reason"
            placeholder="Choose a reason"
            options={returnReasons[kind].map((value) => ({ value, label: reasonLabels[value] }))}
          />
        </div>
      ))}
      <TextAreaField
        name="note"
        label="Note"
        optional
        maxLength={5000}
        hint="What Marketing should know. Needed when the reason is “Other”."
      />
      <div className={only.recycle}>
        <TextField name="wakeOn" label="Come back on" type="date" optional hint="Marketing is reminded on that day." />
      </div>
      <RadioCards
        name="quality"
        legend="How good is this lead? (optional)"
        options={qualities.map((value) => ({ value, label: qualityWords[value] }))}
      />
      <FormButtons>
        <SubmitButton pending="Sending back…">Send back</SubmitButton>
        <LinkButton href={cancelHref} scroll={false}>
          Cancel
        </LinkButton>
      </FormButtons>
    </Form>
  )
}
