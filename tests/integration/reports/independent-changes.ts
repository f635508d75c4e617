import { closedAtOf, fateOf, handoffsOf } from '@/tests/integration/reports/independent-handoffs'
import type { Known } from '@/tests/integration/reports/independent-teams'

/** A lead or a handoff that came to a step. */
export type Came = {
  step: string
  at: Date
  did: boolean
  reason: string | null
  source: string | null
  channel: string | null
  owner: string | null
  rep: string | null
}
export type Edges = { from: Date; to: Date }
export type Counted = Record<string, { did: number; of: number }>

/**
 * What happened at each step up to `now`, told a second way: lead by lead from the rows, one by one, sharing nothing with
 * lib.
 */
export function cameFromRows(leads: Known[], now: Date): Came[] {
  return leads.flatMap((lead) => {
    const { createdAt, source, state, standing, wonAt, outcomeChanges } = lead
    const { ownerId: owner = null, repId = null } = state ?? {}
    const steps: Came[] = []
    const came = (step: string, at: Date | null, did = true, rep = repId, reason: string | null = null) => {
      if (at) steps.push({ step, at, did, reason, source, owner, rep, channel: lead.touches[0]?.channel ?? null })
    }
    came('came', createdAt)
    came('warmed', standing.firstWarmedAt)
    const cameFar = standing.firstHotAt !== null || lead.handoffs.some(({ acceptedAt }) => acceptedAt)
    if (wonAt !== null) came('won', new Date(wonAt))
    else if (cameFar) came('won', closedAtOf(lead), false, repId, outcomeChanges.at(-1)?.reason ?? null)
    for (const handoff of handoffsOf([lead])) {
      const { offeredAt, acceptedAt, returnedAt, returnReason, closedAt, touchDueAt, touchedAt, repId: rep } = handoff
      came('offered', offeredAt, true, rep)
      if (acceptedAt) came('accepted', offeredAt, true, rep)
      else if (returnedAt) came('accepted', offeredAt, false, rep, returnReason)
      if (!touchDueAt || touchDueAt >= now) continue
      const fate = fateOf(touchDueAt, touchedAt, returnedAt ?? closedAt)
      if (fate !== 'ended') came('touched', touchDueAt, fate === 'kept', rep)
    }
    return steps
  })
}

/** Of each step, and of each "step dimension value", how many came to it in a period and how many got over it. */
export function countCame(all: Came[], { from, to }: Edges): Counted {
  const counted: Counted = {}
  for (const { step, at, did, source, channel, owner, rep } of all) {
    if (at < from || at >= to) continue
    const values = Object.entries({ source, channel, owner, rep }).filter(([, value]) => value !== null)
    for (const key of [step, ...values.map(([name, value]) => `${step} ${name} ${value}`)]) {
      const cell = (counted[key] ??= { did: 0, of: 0 })
      cell.of++
      if (did) cell.did++
    }
  }
  return counted
}
