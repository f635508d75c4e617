import type { FormAction } from '@/lib/forms/form-state'
import { channelOptions } from '@/lib/touchpoints/channel-options'
import { LinkButton } from '../ui/button'
import { SelectField, TextField } from '../ui/field'
import { Form, FormButtons, SubmitButton } from '../ui/form'

/** Makes a campaign; a budget is in the company's currency. */
export function NewCampaignForm({
  action,
  currency,
  cancelHref,
}: {
  action: FormAction
  currency: string
  cancelHref: string
}) {
  return (
    <Form action={action} label="New campaign">
      <TextField name="name" label="Name" required maxLength={200} autoFocus autoComplete="off" />
      <SelectField
        name="channel"
        label="Channel"
        options={channelOptions}
        placeholder="Choose a channel"
        required
        hint="Its touches are logged by this channel."
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="startsOn" label="Starts on" type="date" optional />
        <TextField name="endsOn" label="Ends on" type="date" optional />
      </div>
      <TextField
        name="budget"
        label={`Budget in ${currency}`}
        inputMode="decimal"
        optional
        hint="For the cost of a warm lead."
      />
      <FormButtons>
        <SubmitButton>Create campaign</SubmitButton>
        <LinkButton href={cancelHref} scroll={false}>
          Cancel
        </LinkButton>
      </FormButtons>
    </Form>
  )
}
