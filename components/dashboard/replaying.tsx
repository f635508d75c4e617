import { Card } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import { RefreshWhile } from '@/components/ui/refresh-while'
import { formatCount } from '@/lib/format/format-number'

/** How far the replay of the past is that a page waits for; it asks again by itself. */
export function Replaying({ leadsDone, leadsTotal }: { leadsDone: number; leadsTotal: number }) {
  return (
    <Card title="The ledger is being replayed" aside={`${formatCount(leadsDone)} of ${formatCount(leadsTotal)} leads`}>
      <Progress label="Replaying the ledger" value={leadsDone} max={leadsTotal} />
      <p className="mt-3 text-sm text-ink-soft">
        Every lead is counted again as it was known then. That takes up to a minute for a million leads; the next to
        read this day has it at once.
      </p>
      <RefreshWhile everyMs={1500} />
    </Card>
  )
}
