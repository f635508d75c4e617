import type { WarmingCost } from '@/lib/marketing/cost'
import type { KeyFigures } from '@/lib/marketing/key-figures'
import type { MonthToDate } from '@/lib/marketing/month'
import { formatCount, formatCountOf, formatMoney, formatPercent } from '@/lib/format/format-number'
import { Definition } from '../ui/definition'
import { Stat, StatRow } from '../ui/stat'
import { ratioOf } from '@/lib/statistics/ratio'

/** "+18%"; a plain sentence where there is nothing to compare with. */
function change(now: number, before: number, words: string): string {
  if (before === 0) return `nobody on ${words}`
  const percent = Math.round(((now - before) / before) * 100)
  return `${percent >= 0 ? '+' : '−'}${Math.abs(percent)}% on ${words}`
}

function costFootnote({ campaigns, warmed }: WarmingCost): string {
  if (campaigns === 0) return 'no budgets yet'
  return warmed === 0 ? 'no lead warmed yet' : `${formatCountOf(warmed, 'lead')} warmed`
}

/** What the month has brought, each figure with what it is measured against, and below them how they are counted. */
export function MarketingFigures({
  figures,
  cost,
  month,
  currency,
}: {
  figures: KeyFigures
  cost: WarmingCost
  month: MonthToDate
  currency: string
}) {
  const { reached, reachedBefore, warmed, handoffs } = figures
  const accepted = ratioOf(handoffs.accepted, handoffs.decided)
  return (
    <div>
      <StatRow>
        <Stat
          label={`Reached in ${month.name}`}
          value={formatCount(reached)}
          footnote={change(reached, reachedBefore, month.before.words)}
          href={`/leads?touchedFrom=${month.from}&touchedTo=${month.to}`}
        />
        <Stat
          label="Moved cold to warm"
          value={formatCount(warmed)}
          footnote={reached > 0 ? `${formatPercent(warmed / reached)} of reached` : 'nobody reached yet'}
          href={`/leads?warmedFrom=${month.from}&warmedTo=${month.to}`}
        />
        <Stat
          label="Accepted by Sales"
          value={formatPercent(accepted)}
          footnote={
            handoffs.offered === 0
              ? 'nothing handed over yet'
              : handoffs.decided === 0
                ? `${formatCount(handoffs.offered)} handed over, none answered yet`
                : `${formatCount(handoffs.decided)} of ${formatCount(handoffs.offered)} answered`
          }
        />
        <Stat
          label="Cost per warm lead"
          value={cost.perLead === null ? '–' : formatMoney(cost.perLead, currency)}
          footnote={costFootnote(cost)}
          href="/campaigns"
        />
      </StatRow>
      <Definition summary="How these are counted">
        Reached: leads with a touch since the first of {month.name}, by either team, each counted once; compared with{' '}
        {month.before.words}. Moved cold to warm: leads that became warm for the first time in {month.name}. Accepted by
        Sales: of the leads handed over in {month.name} that Sales has accepted or sent back, the share that it
        accepted. Cost per warm lead: the budgets in {currency} of the campaigns that run now (at most the 15 that began
        last), over the leads that they have warmed since they began.
      </Definition>
    </div>
  )
}
