import { Link } from '@/components/ui/link'
import { CountLink } from '@/components/dashboard/count-link'
import { ChangeFinding, type ChangeLink } from '@/components/dashboard/change-finding'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import type { WhatChangedReport } from '@/lib/reports/changes/what-changed-report'
import { chanceInWords } from '@/lib/reports/changes/what-changed-words'

/** A chance below this is no luck, where only one thing was asked. */
const luck = 0.05

/** Why more or fewer leads were won than in the period before: what changed beyond chance, and at which step. */
export function WhatChangedCard({
  report,
  comparedWith,
  periods,
  linkOf,
}: {
  /** Null: of this period it is not asked. */
  report: WhatChangedReport | null
  comparedWith: string
  /** The periods of which it may be asked besides. */
  periods: { label: string; href: string }[]
  linkOf: ChangeLink
}) {
  if (report === null)
    return (
      <Card title="What changed">
        <p className="text-sm text-ink-soft">
          Why more or fewer leads were won is asked of a quarter or less, against the period before.{' '}
          <Periods periods={periods} />
        </p>
      </Card>
    )
  const { won, findings, questions, names } = report
  return (
    <Card title="What changed" aside={`against ${comparedWith}`}>
      <p className="text-sm text-ink-soft">
        <span className="text-base font-semibold text-ink">
          <Won count={won.now} href={linkOf({ dimension: null }, 'won', 'now', 'did')} /> won instead of{' '}
          <Won count={won.before} href={linkOf({ dimension: null }, 'won', 'before', 'did')} />.
        </span>{' '}
        {won.now === won.before ? null : (
          <>
            {won.chance < luck ? 'That is more than chance, which' : 'By itself that could be chance, which'} makes such
            a difference {chanceInWords(won.chance)}.
          </>
        )}
      </p>
      {findings.length === 0 ? (
        <p className="mt-2 text-sm text-ink-soft">
          {nothingWords(won, questions)} <Periods periods={periods} />
        </p>
      ) : (
        <ul className="mt-3 flex flex-col">
          {findings.map((finding) => (
            <li key={JSON.stringify(finding.part)} className="border-t border-line py-3 last:pb-0">
              <ChangeFinding finding={finding} names={names} linkOf={linkOf} />
            </li>
          ))}
        </ul>
      )}
      <div className="mt-2">
        <Definition>
          What happened in the period against what happened in the one before, each step by its own day, so the steps of
          one column are not the same leads. We look at all leads, and at each source, first channel, owner and rep, at
          each step that {formatCount(10)} or more leads or handoffs took; shares are compared by Fisher’s exact test,
          counts by the exact test of two rates. A change is named if it goes the way of the wins and its chance, times
          the number of changes looked at, is below 5%. The least likely is named, then we look again without its leads.
          It says where the business moved, not why people did what they did. Decided are leads that were closed after
          they had come as far as an acceptance.
        </Definition>
      </div>
    </Card>
  )
}

function nothingWords({ before, now }: { before: number; now: number }, questions: number): string {
  if (before === now) return 'As many as before: there is nothing to explain.'
  if (questions === 0) return 'Too little has happened to tell a cause from luck.'
  return `Nothing stands out: of ${formatCountOf(questions, 'change')} in sources, first channels, owners and reps none goes the same way by more than chance.`
}

const Won = ({ count, href }: { count: number; href: string | null }) => (
  <CountLink href={href} count={count} label={`Open ${formatCountOf(count, 'won lead')}`}>
    {formatCount(count)}
  </CountLink>
)

const Periods = ({ periods }: { periods: { label: string; href: string }[] }) => (
  <>
    Look at{' '}
    {periods.map(({ label, href }, index) => (
      <span key={label}>
        {index > 0 ? ' or ' : ''}
        <Link href={href} className="underline underline-offset-2 hover:text-ink">
          {label.toLowerCase()}
        </Link>
      </span>
    ))}
    .
  </>
)
