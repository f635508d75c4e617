import 'server-only'
import type { Tx } from '@/lib/db'
import { giveOut } from '@/lib/handoffs/give-out'
import { holdTurn } from '@/lib/handoffs/hold-turn'
import { sentBackLately } from '@/lib/handoffs/limits'
import { takersOf } from '@/lib/handoffs/takers'
import { Prisma } from '@/prisma/generated/client'

/** Offers that have just been made, the most urgent first. */
type Offered = { id: string; leadId: string }

/**
 * A step: gives waiting offers to reps, as the company's setting has it: see give-out.ts. Returns the reps by offer; empty
 * where the queue is open.
 */
export async function giveOffers(
  tx: Tx,
  offers: Offered[],
  { now, backTo }: { now: Date; backTo?: string | undefined },
): Promise<Map<string, { id: string; name: string }>> {
  const settings = await tx.settings.findUniqueOrThrow({
    where: { id: 1 },
    select: { giveOut: true, maxHeldLeads: true, coolDownDays: true },
  })
  const { giveOut: rule, maxHeldLeads, coolDownDays } = settings
  if (rule === 'open' || offers.length === 0) return new Map()
  const last = await holdTurn(tx)
  const takers = await takersOf(tx, { maxHeldLeads, now })
  const senders = await sentBackLately(
    tx,
    offers.map(({ leadId }) => leadId),
    { coolDownDays, now },
  )
  const { given, lastId } = giveOut(
    offers.map(({ id, leadId }) => ({ id, passedOver: senders.get(leadId) ?? new Set(), backTo })),
    takers,
    { rule, lastId: last },
  )
  await tx.$executeRaw(Prisma.sql`
    update handoff set given_to_id = given."to", given_at = ${now}
    from json_to_recordset(${JSON.stringify([...given].map(([id, to]) => ({ id, to })))}::json) as given(id uuid, "to" uuid)
    where handoff.id = given.id`)
  await tx.givingTurn.update({ where: { id: 1 }, data: { lastId } })
  const names = new Map(takers.map(({ id, name }) => [id, name]))
  return new Map([...given].map(([id, to]) => [id, { id: to, name: names.get(to) ?? '' }]))
}
