import { verdictTones } from '@/components/dashboard/verdict-tones'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import type { Alignment } from '@/lib/reports/alignment/alignment'
import { alignmentDefinition, alignmentInWords, verdictLabels } from '@/lib/reports/alignment/alignment-words'
import { dayWords } from '@/lib/reports/presets'

/** How the teams go together, in a sentence, with the numbers it rests on and the rule. */
export function VerdictCard({ last }: { last: Alignment | undefined }) {
  const { verdict, numbers } = alignmentInWords(last)
  return (
    <Card
      title="How the teams go together"
      aside={last ? `by the week of ${dayWords(last.monday)}, the last whole one` : null}
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg font-semibold tracking-tight">
        {last?.verdict ? (
          <Badge tone={verdictTones[last.verdict].tone} icon={verdictTones[last.verdict].icon}>
            {verdictLabels[last.verdict]}
          </Badge>
        ) : null}
        {verdict}
      </p>
      {numbers ? <p className="mt-2 max-w-prose text-sm text-ink-soft">{numbers}</p> : null}
      <Definition summary="The rule">{alignmentDefinition}</Definition>
    </Card>
  )
}
