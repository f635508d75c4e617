import { CountLink } from '@/components/dashboard/count-link'
import type { Which } from '@/components/dashboard/what-changed-hrefs'
import { formatCount, formatPercent } from '@/lib/format/format-number'
import { reasonLabels } from '@/lib/handoffs/reasons'
import type { ChangeStep, Finding, Part, StepChange } from '@/lib/reports/changes/what-changed'
import { chanceInWords, changeStepWords, partWords } from '@/lib/reports/changes/what-changed-words'

/** Where the leads or handoffs behind a number of a part are listed. */
export type ChangeLink = (part: Part, step: ChangeStep, period: 'before' | 'now', which: Which) => string | null

type Props = { finding: Finding; names: Record<string, string>; linkOf: ChangeLink }

/** A part of the business that went another way: at which step, with the steps before and after it. */
export function ChangeFinding({ finding, names, linkOf }: Props) {
  const { part, steps, at, chance, reasons } = finding
  const broken = steps.find(({ step }) => step === at)
  const won = steps.find(({ step }) => step === 'won')
  const who = partWords(part, names)
  return (
    <div className="grid gap-x-8 gap-y-3 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <div className="text-sm leading-relaxed text-ink-soft">
        <h3 className="font-semibold text-ink">
          {who}
          {won ? `: ${formatCount(won.now.did)} won instead of ${formatCount(won.before.did)}` : null}
        </h3>
        {broken ? <Broken part={part} change={broken} linkOf={linkOf} /> : null}
        <Reasons part={part} at={at} reasons={reasons} linkOf={linkOf} />
        <p className="mt-1 text-xs text-ink-quiet">Chance alone would do that {chanceInWords(chance)}.</p>
      </div>
      <StepsTable who={who} part={part} at={at} steps={steps} linkOf={linkOf} />
    </div>
  )
}

const share = ({ did, of }: { did: number; of: number }) => formatPercent(did / of)

/** The step that went another way, in words, with those that did not get over it. */
function Broken({ part, change, linkOf }: { part: Part; change: StepChange; linkOf: ChangeLink }) {
  const { step, before, now, isCounted } = change
  const { label, of, not } = changeStepWords[step]
  if (isCounted)
    return (
      <p>
        {label}: {formatCount(now.did)} instead of {formatCount(before.did)}.
      </p>
    )
  const missed = now.of - now.did
  return (
    <p>
      {label}: <span className="font-semibold text-ink">{share(now)}</span> instead of {share(before)}.{' '}
      {missed > 0 ? (
        <CountLink
          href={linkOf(part, step, 'now', 'not')}
          count={missed}
          label={`Open the ${formatCount(missed)} that ${not}`}
        >
          <span className="font-medium text-ink underline underline-offset-2">
            {formatCount(missed)} of {formatCount(now.of)} {of} {not}
          </span>
        </CountLink>
      ) : null}
      {missed > 0 ? '.' : null}
    </p>
  )
}

/** At most so many reasons are told. */
const mostReasons = 3

function Reasons({
  part,
  at,
  reasons,
  linkOf,
}: { part: Part; at: ChangeStep; linkOf: ChangeLink } & Pick<Finding, 'reasons'>) {
  const told = reasons.filter(({ now }) => now > 0).slice(0, mostReasons)
  if (told.length === 0) return null
  return (
    <p>
      Reasons:{' '}
      {told.map(({ reason, before, now }, index) => (
        <span key={reason}>
          {index > 0 ? ', ' : ''}
          {reasonLabels[reason].toLowerCase()}{' '}
          <CountLink
            href={linkOf(part, at, 'now', { reason })}
            count={now}
            label={`${reasonLabels[reason]}: open ${formatCount(now)}`}
          >
            {formatCount(now)}
          </CountLink>{' '}
          <span className="text-xs text-ink-quiet">(before {formatCount(before)})</span>
        </span>
      ))}
      .
    </p>
  )
}

function StepsTable({
  who,
  part,
  at,
  steps,
  linkOf,
}: {
  who: string
  part: Part
  at: ChangeStep
  steps: StepChange[]
  linkOf: ChangeLink
}) {
  return (
    <table className="w-full self-start text-right text-sm">
      <caption className="sr-only">{who}, step by step, in the period before and now</caption>
      <thead className="text-xs text-ink-quiet">
        <tr className="*:pb-1 *:font-medium">
          <th scope="col" className="text-left">
            Step
          </th>
          <th scope="col" className="w-36">
            Before
          </th>
          <th scope="col" className="w-36">
            Now
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((change) => (
          <tr key={change.step} className={`*:py-1 ${change.step === at ? 'font-semibold' : ''}`}>
            <th scope="row" className={`text-left ${change.step === at ? '' : 'font-normal text-ink-soft'}`}>
              {changeStepWords[change.step].label}
            </th>
            {(['before', 'now'] as const).map((period) => (
              <td key={period} className="whitespace-nowrap">
                <Figures part={part} change={change} period={period} linkOf={linkOf} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A count; of a share both counts, each with its list, and the share. */
function Figures({
  part,
  change: { step, isCounted, ...figures },
  period,
  linkOf,
}: {
  part: Part
  change: StepChange
  period: 'before' | 'now'
  linkOf: ChangeLink
}) {
  const { did, of } = figures[period]
  const when = period === 'now' ? 'now' : 'in the period before'
  const { label, of: base } = changeStepWords[step]
  const number = (which: 'did' | 'of', count: number, words: string) => (
    <CountLink
      href={linkOf(part, step, period, which)}
      count={count}
      label={`${label}, ${words}${when}: open ${formatCount(count)}`}
    >
      {formatCount(count)}
    </CountLink>
  )
  if (isCounted) return number('did', did, '')
  return (
    <>
      {number('did', did, '')}
      <span className="font-normal text-ink-quiet"> of {number('of', of, `${base}, `)}</span>
      <span className="ml-2 inline-block w-10 text-xs font-normal text-ink-quiet">
        {of > 0 ? share({ did, of }) : '–'}
      </span>
    </>
  )
}
