import type { FormAction } from '@/lib/forms/form-state'
import { LinkButton } from '../ui/button'
import { TextAreaField } from '../ui/field'
import { Form, FormButtons, SubmitButton } from '../ui/form'
import { settlements, settlementWords } from '@/lib/handoffs/reasons'
import { RadioCards } from '../ui/radio-cards'

type Props = { action: FormAction; to: string; cancelHref: string }

/** A marketer offers a lead to Sales by hand. */
export function OfferForm({ action, leadId, to, cancelHref }: Props & { leadId: string }) {
  return (
    <Form action={action} hidden={{ leadId, to }} label="Offer to Sales">
      <TextAreaField
        name="note"
        label="Note"
        optional
        maxLength={5000}
        hint="Why now, and what the rep should know before the first call."
      />
      <FormButtons>
        <SubmitButton pending="Offering…">Offer to Sales</SubmitButton>
        <LinkButton href={cancelHref} scroll={false}>
          Cancel
        </LinkButton>
      </FormButtons>
    </Form>
  )
}

/** Marketing answers a repair: fixed and offered again, or seen otherwise. */
export function AnswerForm({ action, handoffId, to, cancelHref }: Props & { handoffId: string }) {
  return (
    <Form action={action} hidden={{ handoffId, to }} label="Answer the repair">
      <RadioCards
        name="answer"
        legend="Your answer"
        defaultValue="fixed"
        options={[
          { value: 'fixed', label: 'Fixed', meaning: 'It is mended. The lead is offered to Sales again.' },
          { value: 'disputed', label: 'Disputed', meaning: 'We see it otherwise. The manager looks at it.' },
        ]}
        required
      />
      <TextAreaField
        name="note"
        label="Note"
        optional
        maxLength={5000}
        hint="What was mended, or why you see it otherwise (then it is needed)."
      />
      <FormButtons>
        <SubmitButton pending="Answering…">Answer</SubmitButton>
        <LinkButton href={cancelHref} scroll={false}>
          Cancel
        </LinkButton>
      </FormButtons>
    </Form>
  )
}

/** A manager decides of a repair that Marketing disputes, or that came a second time. */
export function SettleForm({ action, handoffId, to, cancelHref }: Props & { handoffId: string }) {
  return (
    <Form action={action} hidden={{ handoffId, to }} label="Settle the repair">
      <RadioCards
        name="settlement"
        legend="Your decision"
        defaultValue="offered"
        options={settlements.map((value) => ({ value, ...settlementWords[value] }))}
        required
      />
      <TextAreaField name="note" label="Note" optional maxLength={5000} hint="What both teams should know." />
      <FormButtons>
        <SubmitButton pending="Settling…">Settle</SubmitButton>
        <LinkButton href={cancelHref} scroll={false}>
          Cancel
        </LinkButton>
      </FormButtons>
    </Form>
  )
}
