import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import type { ActivityFacts } from '@/lib/activity/activity'
import type { Tx } from '@/lib/db'
import { holdTurn } from '@/lib/handoffs/hold-turn'
import { takersOf } from '@/lib/handoffs/takers'
import { tellOfOffers } from '@/lib/handoffs/tell-of-offers'
import { lockLeads } from '@/lib/leads/lock-leads'

type Passing = {
  why: ActivityFacts['handoff_passed_on']['why']
  /** Who takes over, if they are there, as far as they may have more leads. */
  substituteId?: string | null
  now: Date
}

/** A step: what waits for a rep alone waits for their substitute, the most urgent first; the rest is open to
 * all. Who may take it now is told. */
export async function passOnGiven(
  tx: Tx,
  from: { id: string; name: string },
  { why, substituteId, now }: Passing,
): Promise<void> {
  await holdTurn(tx)
  const isTheirs = { status: 'WAITING', givenToId: from.id } as const
  const waiting = await tx.handoff.findMany({
    where: isTheirs,
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    select: { id: true, leadId: true, lead: { select: { state: { select: { stage: true } } } } },
  })
  await lockLeads(
    tx,
    waiting.map(({ leadId }) => leadId),
  )
  const { maxHeldLeads } = await tx.settings.findUniqueOrThrow({ where: { id: 1 }, select: { maxHeldLeads: true } })
  const takers = substituteId ? await takersOf(tx, { maxHeldLeads, now }) : []
  const substitute = takers.find(({ id }) => id === substituteId)
  const room = Math.max(0, Math.min(waiting.length, substitute?.room ?? 0))
  await pass(waiting.slice(0, room), substitute)
  await pass(waiting.slice(room), undefined)

  async function pass(handoffs: typeof waiting, to: { id: string; name: string } | undefined) {
    const passed = await tx.handoff.updateManyAndReturn({
      where: { ...isTheirs, id: { in: handoffs.map(({ id }) => id) } },
      data: to ? { givenToId: to.id, givenAt: now } : { givenToId: null, givenAt: null },
      select: { id: true, leadId: true },
    })
    await recordActivity(
      tx,
      { actorId: null, now },
      passed.map(({ id, leadId }) => ({
        type: 'handoff_passed_on',
        leadId,
        handoffId: id,
        data: { why, from: from.name, ...(to ? { to: to.name } : {}) },
      })),
    )
    await tellOfOffers(
      tx,
      { actorId: null, now },
      handoffs.map(({ id, leadId, lead }) => ({
        id,
        leadId,
        isHot: lead.state?.stage === 'HOT',
        givenToId: to?.id ?? null,
      })),
    )
  }
}
