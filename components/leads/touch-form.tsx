import type { FormAction, FormState } from '@/lib/forms/form-state'
import { channelOptions } from '@/lib/touchpoints/channel-options'
import type { Channel } from '@/prisma/generated/enums'
import { CheckboxField, SelectField, TextAreaField, TextField, type Option } from '../ui/field'
import { TaskFields } from '../tasks/task-fields'
import { Form, FormButtons, SubmitButton } from '../ui/form'
import { LinkButton } from '../ui/button'
import { Notice } from '../ui/notice'
import { RadioCards } from '../ui/radio-cards'

/** Logs one touch of a lead. `channel` is chosen beforehand; `campaigns` are what it can be credited to. */
export function TouchForm({
  action,
  undo,
  leadId,
  channel,
  campaigns,
  timeZone,
  onlyInbound,
  nextTimes,
  doneHref,
  cancelHref,
}: {
  action: FormAction
  undo: (made: string) => Promise<FormState>
  leadId: string
  channel?: Channel
  campaigns: Option[]
  timeZone: string
  /** The lead is marked do-not-contact. */
  onlyInbound: boolean
  /** The times offered for the next step; undefined where none may be planned. */
  nextTimes?: Option[]
  doneHref: string
  cancelHref: string
}) {
  return (
    <Form action={action} undo={undo} hidden={{ leadId, timeZone }} doneHref={doneHref} label="Log a touch">
      {onlyInbound ? (
        <Notice kind="warn" title="Marked do-not-contact">
          Only what came from the lead is logged.
        </Notice>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="channel"
          label="Channel"
          options={channelOptions}
          placeholder="Choose a channel"
          defaultValue={channel}
          required
        />
        <TextField name="occurredAt" label="When" type="datetime-local" optional hint="Left empty: now" />
      </div>
      <RadioCards
        name="direction"
        legend="Who reached out?"
        defaultValue={onlyInbound ? 'inbound' : 'outbound'}
        options={[
          { value: 'outbound', label: 'We did' },
          { value: 'inbound', label: 'The lead did' },
        ]}
      />
      <CheckboxField name="engaged" label="The lead responded" hint="Always so when the lead reached out." />
      {/* Whoever has chosen the channel by a key is in the call: the note comes first. */}
      <TextAreaField name="note" label="Note" optional rows={2} maxLength={5000} autoFocus={channel !== undefined} />
      {campaigns.length > 0 ? (
        <SelectField name="campaignId" label="Campaign" optional options={campaigns} placeholder="No campaign" />
      ) : null}
      {nextTimes ? (
        <fieldset className="min-w-0">
          <legend className="mb-1.5 text-sm font-medium">
            Next step<span className="font-normal text-ink-quiet"> · optional</span>
          </legend>
          <TaskFields names="next." times={nextTimes} />
        </fieldset>
      ) : null}
      <FormButtons>
        <SubmitButton>Log touch</SubmitButton>
        <LinkButton href={cancelHref} scroll={false}>
          Cancel
        </LinkButton>
      </FormButtons>
    </Form>
  )
}
