import type { LeadShape } from '@/lib/leads/lead-shape'
import { explainStage } from '@/lib/scoring/explain-stage'
import type { ScoringPolicy } from '@/lib/scoring/policy'
import { formatCount } from '@/lib/format/format-number'
import { TouchMeter } from './touch-meter'

/** The count of a lead's touches, by team, the touch meter with its labels, and what is ahead, in words. */
export function MeterCard({
  lead,
  policy,
  takenAfter,
  takenBy,
  now,
  timeZone,
}: {
  lead: LeadShape
  policy: ScoringPolicy
  takenAfter?: number
  takenBy?: string
  now: Date
  timeZone: string
}) {
  const { ticks, touchCount } = lead
  const sales = [...ticks].filter((letter) => letter === 'S').length
  const isWhole = ticks.length === touchCount && touchCount > 0
  const words = explainStage(lead, policy, now, timeZone).join(' · ')
  return (
    <section aria-label="Touches" className="min-w-0 rounded-lg border border-line bg-surface p-4 md:p-5">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="flex items-baseline gap-2 text-sm text-ink-soft">
          <span className="text-2xl leading-none font-semibold tracking-tight text-ink">{formatCount(touchCount)}</span>
          {touchCount === 1 ? 'touch' : 'touches'}
          {isWhole ? `: ${touchCount - sales} by Marketing, ${sales} by Sales` : ''}
        </p>
        <p className="text-xs text-ink-quiet">{words.charAt(0).toUpperCase() + words.slice(1)}</p>
      </div>
      <TouchMeter
        size="lead"
        ticks={ticks}
        touchCount={touchCount}
        warmAt={policy.warmAt}
        hotAt={policy.hotAt}
        closeBy={policy.closeBy}
        takenAfter={takenAfter}
        takenBy={takenBy}
      />
    </section>
  )
}
