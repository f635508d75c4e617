import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import { RefreshWhile } from '@/components/ui/refresh-while'
import { formatCount } from '@/lib/format/format-number'

/** How far the replay of the past is that a page waits for; it asks again by itself. */
export function Replaying({
  leadsDone,
  leadsTotal,
  children,
}: {
  leadsDone: number
  leadsTotal: number
  /** What is done, and why it takes a while. */
  children: ReactNode
}) {
  return (
    <Card title="The ledger is being replayed" aside={`${formatCount(leadsDone)} of ${formatCount(leadsTotal)} leads`}>
      <Progress label="Replaying the ledger" value={leadsDone} max={leadsTotal} />
      <p className="mt-3 text-sm text-ink-soft">{children}</p>
      <RefreshWhile everyMs={1500} />
    </Card>
  )
}
