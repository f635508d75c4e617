import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/button'
import { Definition } from '@/components/ui/definition'
import { Stat, StatRow } from '@/components/ui/stat'
import { formatCountOf } from '@/lib/format/format-number'
import type { SuggestedThreshold, ThresholdEvidence } from '@/lib/reports/thresholds/suggest-thresholds'
import { thresholdRule, thresholdsInWords } from '@/lib/reports/thresholds/threshold-words'
import { fewestWins } from '@/lib/reports/thresholds/touches-to-win'
import type { ScoringPolicy } from '@/lib/scoring/policy'

/** What the company's own history says of warm and hot, and where that comes from. */
export function SuggestionCard({
  suggestion,
  wins,
  policy,
  tryHref,
}: {
  suggestion: ThresholdEvidence
  wins: number
  policy: Pick<ScoringPolicy, 'warmAt' | 'hotAt'>
  /** Where these thresholds are tried; null where they hold already, or for who may not. */
  tryHref: string | null
}) {
  const { warmAt, hotAt } = suggestion
  return (
    <Card title="Are your thresholds right for you?" aside={formatCountOf(wins, 'win')}>
      <div className="grid items-start gap-x-8 gap-y-4 lg:grid-cols-2">
        <div>
          <p className="max-w-prose text-sm">
            {thresholdsInWords(suggestion)}
            {wins < fewestWins ? ` There are ${wins} so far: ${fewestWins - wins} more are needed.` : ''}
          </p>
          <div className="mt-4 mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
            {tryHref ? (
              <LinkButton href={tryHref} look="primary">
                Try these thresholds
              </LinkButton>
            ) : null}
            <a href="#hazard" className="rounded-sm text-sm text-ink-soft underline underline-offset-2 hover:text-ink">
              Where does this come from?
            </a>
          </div>
          <Definition summary="The rule">{thresholdRule}</Definition>
        </div>
        <StatRow>
          <Threshold name="Warm" holds={policy.warmAt} found={warmAt} />
          <Threshold name="Hot" holds={policy.hotAt} found={hotAt} />
        </StatRow>
      </div>
    </Card>
  )
}

function Threshold({ name, holds, found }: { name: string; holds: number; found: SuggestedThreshold | null }) {
  if (!found) return <Stat label={`${name} at`} value={holds} footnote="holds; nothing is suggested" />
  const span = found.low === found.high ? `touch ${found.low}` : `touches ${found.low} to ${found.high}`
  return (
    <Stat
      label={`${name} at, suggested`}
      value={found.value}
      footnote={`${holds} holds; the history points to ${span}`}
    />
  )
}
