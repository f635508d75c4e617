import { db } from '@/lib/db'

type Edges = { from: Date; to: Date }
type Counted = Record<string, { did: number; of: number }>

const salesChannels = ['meeting', 'cold_call', 'introduction', 'follow_up_call', 'sales_email', 'demo', 'proposal']

/**
 * What happened at each step in [from, to) up to `now`, counted a second way: lead by lead from the rows, in plain loops,
 * sharing nothing with lib. The keys are "step", and "step dimension value".
 */
export async function changesFromRows({ from, to }: Edges, now: Date): Promise<Counted> {
  const leads = await db.lead.findMany({
    where: { deletedAt: null },
    include: {
      state: true,
      handoffs: { where: { revertedAt: null } },
      touchpoints: { where: { voidedAt: null }, orderBy: { occurredAt: 'asc' } },
    },
  })
  const counted: Counted = {}
  for (const { createdAt, source, state, handoffs, touchpoints } of leads) {
    if (!state) throw new Error('a lead without a state')
    const count = (step: string, at: Date | null, did: boolean, repId: string | null) => {
      if (!at || at < from || at >= to) return
      const values = { source, channel: touchpoints[0]?.channel ?? null, owner: state.ownerId, rep: repId }
      const names = Object.entries(values).flatMap(([name, value]) =>
        value === null ? [] : [`${step} ${name} ${value}`],
      )
      for (const key of [step, ...names]) {
        const cell = (counted[key] ??= { did: 0, of: 0 })
        cell.of++
        if (did) cell.did++
      }
    }
    count('came', createdAt, true, state.repId)
    count('warmed', state.firstWarmedAt, true, state.repId)
    const cameFar = state.firstAcceptedAt ?? state.firstHotAt
    if (state.outcome === 'WON' || (state.outcome === 'LOST' && cameFar))
      count('won', state.closedAt, state.outcome === 'WON', state.repId)
    for (const handoff of handoffs) {
      const { offeredAt, acceptedAt, returnedAt, closedAt, touchDueAt, repId } = handoff
      count('offered', offeredAt, true, repId)
      if (acceptedAt ?? returnedAt) count('accepted', offeredAt, acceptedAt !== null, repId)
      if (!acceptedAt || !touchDueAt || touchDueAt >= now) continue
      const touched = touchpoints.find(
        ({ occurredAt, channel, loggedById }) =>
          occurredAt >= acceptedAt && (salesChannels.includes(channel) || loggedById === repId),
      )
      const isKept = touched !== undefined && touched.occurredAt <= touchDueAt
      const ended = returnedAt ?? closedAt
      const hadEnded = ended !== null && ended <= touchDueAt
      if (isKept || !hadEnded) count('touched', touchDueAt, isKept, repId)
    }
  }
  return counted
}
