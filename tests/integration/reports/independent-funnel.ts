import { db } from '@/lib/db'
import { replayFromRows } from '@/tests/integration/touchpoints/independent-replay'

/**
 * The numbers of the reports of the leads created in [from, to), counted a second way: lead by lead from the rows, in
 * plain loops, sharing nothing with lib.
 */
export async function funnelFromRows(from: Date, to: Date, now: Date) {
  const leads = await db.lead.findMany({
    where: { deletedAt: null, createdAt: { gte: from, lt: to } },
    include: { state: true, handoffs: true, outcomeChanges: { orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] } },
  })
  const names = ['created', 'warm', 'accepted', 'hot', 'won']
  const steps = names.map((step) => ({
    step,
    entered: 0,
    reached: 0,
    skipped: 0,
    advanced: 0,
    lost: 0,
    recycled: 0,
    stillHere: 0,
  }))
  const touches: { touches: number; outcome: string }[] = []
  for (const lead of leads) {
    const standing = await replayFromRows(lead.id, now)
    const outcome = lead.outcomeChanges.at(-1)?.outcome ?? 'OPEN'
    const wasRecycled = lead.handoffs.some(({ returnKind }) => returnKind === 'recycle')
    const has = [
      true,
      standing.firstWarmedAt !== null,
      lead.handoffs.some(({ acceptedAt }) => acceptedAt !== null),
      standing.firstHotAt !== null,
      outcome === 'WON',
    ]
    const furthest = has.lastIndexOf(true)
    steps.forEach((step, index) => {
      if (index > furthest) return
      step.entered++
      if (has[index]) step.reached++
      else step.skipped++
      if (index < furthest) step.advanced++
      else if (outcome === 'LOST') step.lost++
      else if (wasRecycled && outcome === 'OPEN' && standing.stage === 'COLD' && lead.state?.desk === 'MARKETING')
        step.recycled++
      else step.stillHere++
    })
    touches.push({
      touches: outcome === 'OPEN' ? standing.lifetimeTouchCount : (standing.closeTouchCount ?? -1),
      outcome,
    })
  }
  return { steps, touches }
}
