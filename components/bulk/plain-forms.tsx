import { PaceField } from '@/components/bulk/pace-field'
import { type Option, SelectField, TextAreaField, TextField } from '@/components/ui/field'
import { Form, FormButtons, SubmitButton } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { RadioCards } from '@/components/ui/radio-cards'
import type { FormAction } from '@/lib/forms/form-state'

type Order = {
  action: FormAction
  /** The chosen leads. */
  selection: string
  /** "312 leads" */
  leads: string
}

/** Tags to add and to take away. */
export function TagForm({ action, selection, leads }: Order) {
  return (
    <Form action={action} hidden={{ selection }} label="Tag leads">
      <TextField name="add" label="Tags to add" optional hint="Several with commas between them." maxLength={1000} />
      <TextField name="remove" label="Tags to take away" optional maxLength={1000} />
      <FormButtons>
        <SubmitButton pending="Tagging…">Tag {leads}</SubmitButton>
      </FormButtons>
    </Form>
  )
}

/** The marketer who is responsible. */
export function OwnerForm({ action, selection, leads, people }: Order & { people: Option[] }) {
  return (
    <Form action={action} hidden={{ selection }} label="Assign an owner">
      <SelectField name="owner" label="Owner" options={people} placeholder="Nobody" />
      <FormButtons>
        <SubmitButton pending="Assigning…">Assign {leads}</SubmitButton>
      </FormButtons>
    </Form>
  )
}

/** Leads that are not warm yet can be offered too: the note says why. */
export function OfferManyForm({ action, selection, leads }: Order) {
  return (
    <Form action={action} hidden={{ selection }} label="Offer to Sales">
      <p className="text-sm text-ink-soft">
        Each goes to the queue, whatever its stage. Closed leads, those marked do-not-contact and those that Sales has
        already are left as they are.
      </p>
      <TextAreaField
        name="note"
        label="Note for Sales"
        optional
        rows={2}
        maxLength={5000}
        hint="Why these, and what to say first."
      />
      <PaceField name="offersPerDay" />
      <FormButtons>
        <SubmitButton pending="Offering…">Offer {leads}</SubmitButton>
      </FormButtons>
    </Form>
  )
}

/** Marking, and lifting the mark. */
export function MarkForm({ action, selection, leads }: Order) {
  return (
    <Form action={action} hidden={{ selection }} label="Do not contact">
      <RadioCards
        name="mark"
        legend="What should happen?"
        defaultValue="mark"
        options={[
          { value: 'mark', label: 'Mark', meaning: 'No touch from our side, never offered; waiting offers go.' },
          { value: 'lift', label: 'Lift the mark', meaning: 'They may be contacted again.' },
        ]}
      />
      <FormButtons>
        <SubmitButton>Do it for {leads}</SubmitButton>
      </FormButtons>
    </Form>
  )
}

/** Deleting can't be taken back. */
export function DeleteForm({ action, selection, leads }: Order) {
  return (
    <Form action={action} hidden={{ selection }} label="Delete leads">
      <Notice kind="warn" title={`${leads} will be gone for everybody`}>
        This can not be undone. Reports of the past stay as they were.
      </Notice>
      <FormButtons>
        <SubmitButton look="danger" pending="Deleting…">
          Delete {leads}
        </SubmitButton>
      </FormButtons>
    </Form>
  )
}
