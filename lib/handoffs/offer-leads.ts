import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import type { Tx } from '@/lib/db'
import { giveOffers } from '@/lib/handoffs/give-offers'
import { acceptDueAt } from '@/lib/handoffs/promise'
import { tellOfOffers } from '@/lib/handoffs/tell-of-offers'
import { promiseRules } from '@/lib/settings/promise-rules'
import { Prisma } from '@/prisma/generated/client'
import type { HandoffOrigin, Stage } from '@/prisma/generated/enums'

export type Offer = {
  origin: HandoffOrigin
  /** Null: offered by the rule. */
  offeredById: string | null
  note?: string
  /** The repaired handoff that this one follows. */
  previousId?: string
  /** Who had sent that one back: it goes back to them, where offers are given to one rep. */
  backTo?: string | undefined
  now: Date
}

/**
 * A step: puts leads into the queue, a WAITING handoff each. The leads are locked, OPEN, on the MARKETING desk and
 * may be contacted; one that already has an open handoff breaks the unique index and with it the transaction. Where the company
 * gives leads out, each is given to a rep, hot ones first. They are told of theirs, and all reps of hot ones that wait for anybody.
 */
export async function offerLeads(tx: Tx, leadIds: string[], offer: Offer): Promise<string[]> {
  if (leadIds.length === 0) return []
  const { origin, offeredById, note, previousId, backTo, now } = offer
  const rules = await promiseRules(tx)
  const handoffs = await tx.$queryRaw<{ id: string; leadId: string; stage: Stage }[]>(Prisma.sql`
    with queued as (
      update lead_state set desk = 'QUEUE', was_offered = true, wake_on = null
      where lead_id = any(${leadIds}::uuid[]) returning lead_id, touch_count, stage
    ),
    offered as (
    insert into handoff (lead_id, origin, offered_at, offered_by_id, offer_note, offer_touch_count, due_at, previous_id)
    select lead_id, ${origin}::"HandoffOrigin", ${now}, ${offeredById}::uuid, ${note ?? null}, touch_count,
      case when stage = 'HOT' then ${acceptDueAt(now, 'HOT', rules)}::timestamptz else ${acceptDueAt(now, 'WARM', rules)} end,
      ${previousId ?? null}::uuid
    from queued order by lead_id
    returning id, lead_id
    )
    select id, lead_id as "leadId", stage from offered join queued using (lead_id) order by stage = 'HOT' desc, lead_id`)
  const givenTo = await giveOffers(tx, handoffs, { now, backTo })
  await recordActivity(
    tx,
    { actorId: offeredById, now },
    handoffs.map(({ id, leadId }) => ({
      type: 'lead_offered',
      leadId,
      handoffId: id,
      data: { origin, ...(note ? { note } : {}), ...givenName(givenTo.get(id)) },
    })),
  )
  await tellOfOffers(
    tx,
    { actorId: offeredById, now },
    handoffs.map(({ id, leadId, stage }) => ({
      id,
      leadId,
      isHot: stage === 'HOT',
      givenToId: givenTo.get(id)?.id ?? null,
    })),
  )
  return handoffs.map(({ id }) => id)
}

const givenName = (rep: { name: string } | undefined) => (rep ? { givenTo: rep.name } : {})
