import 'server-only'
import type { Tx } from '@/lib/db'
import { withdrawFallenOffers } from '@/lib/handoffs/automatic-offers'
import type { LeadSnapshot } from '@/lib/merges/snapshot'
import { holdCountingRules } from '@/lib/touchpoints/counting-rules'
import { recountLeads } from '@/lib/touchpoints/recount-leads'
import type { Prisma } from '@/prisma/generated/client'

/** A step: writes facts and standing of a locked lead, a new version with them. */
export async function writeSnapshot(tx: Tx, leadId: string, lead: LeadSnapshot): Promise<void> {
  const { standing, details, createdAt, ownerId, wasOffered, doNotContact, recycledAt: _, wakeOn, ...facts } = lead
  const { outcome, lostReason, closedAt, desk, repId } = standing
  await tx.lead.update({
    where: { id: leadId },
    data: {
      ...facts,
      details: details as Prisma.InputJsonObject,
      createdAt: new Date(createdAt),
      version: { increment: 1 },
    },
  })
  await tx.leadState.update({
    where: { leadId },
    data: {
      outcome,
      lostReason,
      closedAt: closedAt && new Date(closedAt),
      desk,
      repId,
      ownerId,
      wasOffered,
      doNotContact,
      wakeOn: wakeOn && new Date(`${wakeOn}T00:00:00Z`),
      createdAt: new Date(createdAt),
    },
  })
}

type Settling = { byId: string; now: Date }

/**
 * A step: lets follow what follows from ledgers that have changed hands: recyclings and the first acceptance by the
 * handoffs, a row of change where the outcome is another than the last one says, the count, the end
 * of an automatic offer of a lead that is cold. It offers nothing.
 */
export async function settleLedgers(tx: Tx, leadIds: string[], { byId, now }: Settling): Promise<void> {
  await tx.$executeRaw`
    update lead_state s set recycled_at = h.recycled_at, first_accepted_at = h.first_accepted_at
    from (
      select l.id, max(returned_at) filter (where return_kind = 'recycle') as recycled_at,
        min(accepted_at) as first_accepted_at
      from unnest(${leadIds}::uuid[]) as l(id) left join handoff on lead_id = l.id group by l.id
    ) h where s.lead_id = h.id`
  await tx.$executeRaw`
    insert into outcome_change (lead_id, outcome, reason, closed_at, recorded_at, by_id)
    select s.lead_id, s.outcome, s.lost_reason, s.closed_at, ${now}, ${byId}::uuid
    from lead_state s left join lateral (
      select * from outcome_change o where o.lead_id = s.lead_id order by recorded_at desc, id desc limit 1
    ) last on true
    where s.lead_id = any(${leadIds}::uuid[]) and s.deleted_at is null
      and (coalesce(last.outcome, 'OPEN'), last.reason, last.closed_at)
        is distinct from (s.outcome, s.lost_reason, s.closed_at)`
  await recountLeads(tx, leadIds, { ...(await holdCountingRules(tx)), now, offersRisen: false })
  const cold = await tx.leadState.findMany({
    where: { leadId: { in: leadIds }, stage: 'COLD' },
    select: { leadId: true },
  })
  await withdrawFallenOffers(
    tx,
    cold.map(({ leadId }) => leadId),
    now,
  )
}
