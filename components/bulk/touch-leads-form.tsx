import NextForm from 'next/form'
import { PaceField } from '@/components/bulk/pace-field'
import { TouchPreviewFigures } from '@/components/bulk/touch-preview'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import {
  CheckboxField,
  type Option,
  type OptionGroup,
  SelectField,
  TextAreaField,
  TextField,
} from '@/components/ui/field'
import { Form, FormButtons, SubmitButton } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitOnChange } from '@/components/ui/submit-on-change'
import { touchParams } from '@/lib/bulk/selection-params'
import type { TouchPreview } from '@/lib/bulk/preview-touch'
import { formatCountOf } from '@/lib/format/format-number'
import type { FormAction } from '@/lib/forms/form-state'

export type TouchOrder = {
  campaign?: string | undefined
  channel?: string | undefined
  occurredAt?: string | undefined
  isEngaged: boolean
  offersPerDay?: string | undefined
}

/**
 * A touch on many leads: what kind of touch, which is asked by the address so that the numbers below follow each
 * choice; then what it will do; then the note and the button.
 */
export function TouchLeadsForm({
  action,
  written,
  selection,
  order,
  campaigns,
  channels,
  preview,
  refusal,
  timeZone,
}: {
  action: FormAction
  /** The parameters that choose the leads. */
  written: [string, string][]
  selection: string
  order: TouchOrder
  campaigns: Option[]
  channels: (Option | OptionGroup)[]
  /** Null while it is not said what kind of touch. */
  preview: TouchPreview | null
  /** Why there is no preview although it was said. */
  refusal: string | null
  timeZone: string
}) {
  const { campaign = '', channel = '', occurredAt = '', isEngaged, offersPerDay = '' } = order
  return (
    <>
      <Card title="The touch">
        <NextForm action="/bulk/new" replace scroll={false} className="flex flex-col gap-4">
          <input type="hidden" name="do" value="touch" />
          {written.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              name={touchParams.campaign}
              label="Campaign"
              options={campaigns}
              placeholder="No campaign"
              defaultValue={campaign}
              optional
            />
            {campaign ? null : (
              <SelectField
                name={touchParams.channel}
                label="Channel"
                options={channels}
                placeholder="Choose a channel"
                defaultValue={channel}
              />
            )}
            <TextField
              name={touchParams.occurredAt}
              label="When"
              type="datetime-local"
              defaultValue={occurredAt}
              optional
              hint="Left empty: now"
            />
            <PaceField name={touchParams.offersPerDay} defaultValue={offersPerDay} />
          </div>
          <CheckboxField name={touchParams.isEngaged} label="They responded" value="1" defaultChecked={isEngaged} />
          <noscript>
            <Button type="submit">Show what it does</Button>
          </noscript>
          <SubmitOnChange />
        </NextForm>
      </Card>
      {refusal ? <Notice kind="error" title={refusal} /> : null}
      {preview || refusal ? null : (
        <p className="text-sm text-ink-quiet">
          Choose a campaign or a channel: what the touch will do stands here before anything happens.
        </p>
      )}
      {preview ? (
        <>
          <TouchPreviewFigures preview={preview} timeZone={timeZone} />
          <Form
            action={action}
            hidden={{
              selection,
              timeZone,
              campaign,
              channel,
              occurredAt,
              offersPerDay,
              ...(isEngaged ? { engaged: 'on' } : {}),
            }}
            label="Log the touches"
          >
            <TextAreaField name="note" label="Note" optional rows={2} maxLength={5000} hint="Stands on each touch." />
            {preview.new === 0 ? (
              <Notice kind="warn" title="There is nobody to touch">
                All of them have this touch already, or are marked do-not-contact.
              </Notice>
            ) : (
              <FormButtons>
                <SubmitButton pending="Logging…">Log {formatCountOf(preview.new, 'touch', 'touches')}</SubmitButton>
                <p className="text-xs text-ink-quiet">You can take them back for 24 hours.</p>
              </FormButtons>
            )}
          </Form>
        </>
      ) : null}
    </>
  )
}
