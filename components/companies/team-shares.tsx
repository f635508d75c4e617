import { formatCountOf, formatPercent } from '@/lib/format/format-number'
import { TeamDot } from '../leads/lead-badges'
import { Progress } from '../ui/progress'

/** How the touches of a company's leads are shared between the teams. */
export function TeamShares({ marketing, sales }: { marketing: number; sales: number }) {
  const all = marketing + sales
  if (all === 0) return <p className="text-sm text-ink-quiet">No touch is counted yet.</p>
  return (
    <div className="grid gap-x-8 gap-y-3 md:grid-cols-2">
      {[
        { team: 'MARKETING' as const, word: 'Marketing', touches: marketing, tone: 'marketing' as const },
        { team: 'SALES' as const, word: 'Sales', touches: sales, tone: 'sales' as const },
      ].map(({ team, word, touches, tone }) => (
        <div key={team}>
          <p className="mb-1.5 flex items-center gap-1.5 text-sm">
            <TeamDot team={team} /> {word}
            <span className="ml-auto text-xs text-ink-quiet tabular-nums">
              {formatCountOf(touches, 'touch', 'touches')}, {formatPercent(touches / all)}
            </span>
          </p>
          <Progress label={`Touches by ${word}`} value={touches} max={all} tone={tone} />
        </div>
      ))}
    </div>
  )
}
