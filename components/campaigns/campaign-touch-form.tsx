import type { FormAction, FormState } from '@/lib/forms/form-state'
import { LinkButton } from '../ui/button'
import { CheckboxField, type Option, SelectField, TextAreaField, TextField } from '../ui/field'
import { Form, FormButtons, SubmitButton } from '../ui/form'

/** Logs a touch of one lead for a campaign; the channel is the campaign's. */
export function CampaignTouchForm({
  action,
  undo,
  leadId,
  campaign,
  campaigns,
  timeZone,
  doneHref,
  otherHref,
}: {
  action: FormAction
  undo: (made: string) => Promise<FormState>
  leadId: string
  campaign?: string
  campaigns: Option[]
  timeZone: string
  doneHref: string
  /** Back to choosing the lead. */
  otherHref: string
}) {
  return (
    <Form action={action} undo={undo} hidden={{ leadId, timeZone }} doneHref={doneHref} label="Log a campaign touch">
      <SelectField
        name="campaignId"
        label="Campaign"
        options={campaigns}
        placeholder="Choose a campaign"
        defaultValue={campaign}
        required
      />
      <TextField name="occurredAt" label="When" type="datetime-local" optional hint="Left empty: now" />
      <CheckboxField name="engaged" label="The lead responded" />
      <TextAreaField name="note" label="Note" optional rows={2} maxLength={5000} />
      <FormButtons>
        <SubmitButton>Log touch</SubmitButton>
        <LinkButton href={otherHref} scroll={false}>
          Another lead
        </LinkButton>
      </FormButtons>
    </Form>
  )
}
