import { formatCount, formatCountOf } from '@/lib/format/format-number'
import type { FormAction } from '@/lib/forms/form-state'
import type { ScoringPolicy } from '@/lib/scoring/policy'
import { policyValues } from '@/lib/settings/policy-fields'
import type { Stage } from '@/prisma/generated/enums'
import { StageBadge } from '../leads/stage-badge'
import { LinkButton } from '../ui/button'
import { Card } from '../ui/card'
import { CheckboxField } from '../ui/field'
import { Form, FormButtons, SubmitButton } from '../ui/form'

type Trial = {
  leads: number
  stages: { stage: Stage; now: number; then: number }[]
  rising: number
  falling: number
  offers: number
  withdrawals: number
}

const signed = (number: number) => (number === 0 ? '' : `${number > 0 ? '+' : '−'}${formatCount(Math.abs(number))}`)

/** What a policy would do with the history that is there, and the button that lets it hold. */
export function PolicyTrial({
  action,
  policy,
  changes,
  trial,
  backHref,
}: {
  action: FormAction
  policy: ScoringPolicy
  changes: string[]
  trial: Trial
  backHref: string
}) {
  return (
    <Card title="What it will change" aside={formatCountOf(trial.leads, 'lead')}>
      <ul className="list-disc pl-4 text-sm text-ink-soft">
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      <table className="mt-3 w-full text-right text-sm">
        <caption className="sr-only">Leads by stage, now and under this policy</caption>
        <thead className="text-xs text-ink-quiet">
          <tr className="*:pb-1 *:font-medium">
            <th scope="col" className="text-left">
              Stage
            </th>
            <th scope="col">Now</th>
            <th scope="col">Then</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {trial.stages.map(({ stage, now, then }) => (
            <tr key={stage} className="*:border-t *:py-1.5">
              <th scope="row" className="text-left font-normal">
                <StageBadge stage={stage} />
              </th>
              <td>{formatCount(now)}</td>
              <td className="font-semibold">{formatCount(then)}</td>
              <td className="text-ink-quiet">{signed(then - now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-sm text-ink-soft">{consequences(trial)}</p>
      <div className="mt-4">
        <Form action={action} hidden={policyValues(policy)} doneHref={backHref} label="Save this policy">
          {trial.offers > 0 ? (
            <CheckboxField
              name="offersRisen"
              label="Offer to Sales what becomes warm by this"
              hint={`${formatCountOf(trial.offers, 'lead')} that Marketing has now. Without the tick they are warm, and Marketing offers them by hand.`}
            />
          ) : null}
          <FormButtons>
            <SubmitButton>Save this policy</SubmitButton>
            <LinkButton href={backHref}>Discard</LinkButton>
          </FormButtons>
        </Form>
      </div>
    </Card>
  )
}

function consequences({ rising, falling, withdrawals }: Trial): string {
  const moved = [
    ...(rising > 0 ? [formatCountOf(rising, 'lead rises', 'leads rise')] : []),
    ...(falling > 0 ? [formatCountOf(falling, 'lead falls', 'leads fall')] : []),
  ]
  if (moved.length === 0) return 'No lead changes its stage.'
  const withdrawn = `${formatCountOf(withdrawals, 'automatic offer that waits is', 'automatic offers that wait are')} withdrawn, because the lead is cold again.`
  return `${moved.join(', ')}.${withdrawals > 0 ? ` ${withdrawn}` : ''}`
}
