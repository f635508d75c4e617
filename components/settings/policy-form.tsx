import type { FormAction } from '@/lib/forms/form-state'
import { defaultPolicy, hotBounds, type ScoringPolicy, warmBounds } from '@/lib/scoring/policy'
import { policyValues } from '@/lib/settings/policy-fields'
import { countsLabels } from '@/lib/settings/policy-words'
import { allChannels, channels } from '@/lib/touchpoints/channel'
import { TeamDot } from '../leads/lead-badges'
import { Card } from '../ui/card'
import { SelectField, TextField } from '../ui/field'
import { Form, FormButtons, SubmitButton } from '../ui/form'
import { Notice } from '../ui/notice'

const COUNTS = Object.entries(countsLabels).map(([value, label]) => ({ value, label }))

const NUMBERS = [
  {
    name: 'warmAt',
    label: 'Warm at',
    ...warmBounds,
    hint: `Touches, ${warmBounds.min} to ${warmBounds.max}. Assumed: ${defaultPolicy.warmAt}.`,
  },
  {
    name: 'hotAt',
    label: 'Hot at',
    ...hotBounds,
    hint: `Touches, ${hotBounds.min} to ${hotBounds.max}, above warm. Assumed: ${defaultPolicy.hotAt}.`,
  },
  {
    name: 'closeBy',
    label: 'Close by',
    min: 5,
    max: 1000,
    hint: `More than this is over-touched. Assumed: ${defaultPolicy.closeBy}.`,
  },
]

/**
 * The rules by which touches are counted. Sending it saves nothing: it leads to what the policy would change, which is
 * shown already for one that is tried.
 */
export function PolicyForm({
  action,
  policy,
  triedAt,
}: {
  action: FormAction
  policy: ScoringPolicy
  /** As of when it is tried; another one is then tried as of the same moment. Null for the policy that holds. */
  triedAt: Date | null
}) {
  const values = policyValues(policy)
  return (
    <Form action={action} label="Scoring policy" hidden={triedAt ? { at: triedAt.toISOString() } : {}}>
      <Card title="Thresholds">
        <Notice>
          These numbers are assumptions of the trade; no study proves them. The dashboard shows what your own won and
          lost leads say.
        </Notice>
        <div className="mt-4 grid gap-4 sm:grid-cols-2">
          {NUMBERS.map(({ name, ...rest }) => (
            <TextField
              key={name}
              name={name}
              type="number"
              inputMode="numeric"
              required
              defaultValue={values[name] ?? ''}
              {...rest}
            />
          ))}
          <TextField
            name="windowDays"
            label="A touch counts for"
            type="number"
            inputMode="numeric"
            min={1}
            max={3650}
            optional
            defaultValue={values.windowDays ?? ''}
            hint="Days; empty: forever. With it a silent lead cools down by itself."
          />
        </div>
      </Card>
      <Card title="Channels" footer="Engaged means that the lead responded; an inbound touch always is.">
        <table className="w-full text-sm">
          <caption className="sr-only">Which touches count, by channel</caption>
          <thead className="text-left text-xs text-ink-quiet">
            <tr className="*:pb-2 *:font-medium">
              <th scope="col">Channel</th>
              <th scope="col" className="w-2/5 pl-2">
                A touch counts
              </th>
              <th scope="col" className="w-1/4 pl-2">
                A day at most
              </th>
            </tr>
          </thead>
          <tbody>
            {allChannels.map((channel) => {
              const { label, team } = channels[channel]
              return (
                <tr key={channel} className="align-top *:border-t *:py-1.5">
                  <th scope="row" className="text-left font-normal">
                    <span className="inline-flex min-h-8.5 items-center gap-2">
                      <TeamDot team={team === 'marketing' ? 'MARKETING' : 'SALES'} />
                      <span>
                        {label} <span className="sr-only">({team})</span>
                      </span>
                    </span>
                  </th>
                  <td className="pl-2">
                    <SelectField
                      name={`channels.${channel}.counts`}
                      label={`${label} counts`}
                      hideLabel
                      options={COUNTS}
                      defaultValue={values[`channels.${channel}.counts`] ?? ''}
                    />
                  </td>
                  <td className="pl-2">
                    <TextField
                      name={`channels.${channel}.dailyCap`}
                      label={`${label}, a day at most`}
                      hideLabel
                      type="number"
                      inputMode="numeric"
                      min={1}
                      max={1000}
                      placeholder="all"
                      defaultValue={values[`channels.${channel}.dailyCap`] ?? ''}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Card>
      <div className="sticky bottom-(--bottom-bar) z-10 -mx-1 border-t border-line bg-paper px-1 py-3">
        <FormButtons>
          <SubmitButton look={triedAt ? 'secondary' : 'primary'} pending="Checking…">
            See what it will change
          </SubmitButton>
        </FormButtons>
      </div>
    </Form>
  )
}
