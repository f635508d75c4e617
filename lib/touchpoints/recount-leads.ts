import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import type { Tx } from '@/lib/db'
import {
  hurryHotOffers,
  offerRisenLeads,
  type OffersRisen,
  withdrawFallenOffers,
} from '@/lib/handoffs/automatic-offers'
import { standingSql } from '@/lib/scoring/count-sql'
import type { CountingRules } from '@/lib/touchpoints/counting-rules'
import { Prisma } from '@/prisma/generated/client'
import type { Stage } from '@/prisma/generated/enums'

const { sql } = Prisma

type Recount = Pick<CountingRules, 'policy' | 'timeZone'> & {
  now: Date
  /** Whether leads that rise from COLD are offered to Sales by themselves. */
  offersRisen: OffersRisen
}

/** A lead whose stage is another than before. */
export type StageChange = { leadId: string; from: Stage; to: Stage; touchCount: number }

/**
 * A step: counts leads anew from their ledger, and lets follow what follows: the line of history, the automatic offer
 * at the crossing from COLD, the withdrawal of an automatic offer whose reason went. The only writer of the derived
 * columns of `lead_state`. The leads must be locked (lockLeads) in an earlier statement, or a touch that is being
 * written at the same time is missed.
 */
export async function recountLeads(tx: Tx, leadIds: string[], recount: Recount) {
  await followStages(tx, await countAnew(tx, leadIds, recount), recount)
}

/** The counting alone: what follows from it is the caller's to let follow (followStages). */
export async function countAnew(
  tx: Tx,
  leadIds: string[],
  { policy, timeZone, now }: Omit<Recount, 'offersRisen'>,
): Promise<StageChange[]> {
  if (leadIds.length === 0) return []
  const leads = sql`(
    select lead_id, recycled_at, closed_at from lead_state where lead_id = any(${leadIds}::uuid[])
  )`
  return tx.$queryRaw<StageChange[]>(sql`
    with ${standingSql({ policy, timeZone, now, leads })},
    before as (select lead_id, stage from lead_state where lead_id = any(${leadIds}::uuid[])),
    counted_anew as (
      update lead_state s set
        stage = standing.stage::"Stage", touch_count = standing.touch_count,
        lifetime_touch_count = standing.lifetime_touch_count, marketing_touch_count = standing.marketing_touch_count,
        sales_touch_count = standing.sales_touch_count, is_over_touched = standing.is_over_touched,
        ticks = standing.ticks, first_touch_at = standing.first_touch_at, first_channel = standing.first_channel,
        first_sales_touch_at = standing.first_sales_touch_at, last_touch_at = standing.last_touch_at,
        last_sales_touch_at = standing.last_sales_touch_at, last_engaged_at = standing.last_engaged_at,
        warmed_at = standing.warmed_at, hot_at = standing.hot_at,
        first_warmed_at = standing.first_warmed_at, first_hot_at = standing.first_hot_at,
        close_touch_count = standing.close_touch_count, next_fall_at = standing.next_fall_at,
        policy_version = ${policy.version}
      from standing where s.lead_id = standing.lead_id
      returning s.lead_id, s.stage, s.touch_count
    )
    select lead_id as "leadId", before.stage as "from", counted_anew.stage as "to", touch_count as "touchCount"
    from counted_anew join before using (lead_id)
    where counted_anew.stage <> before.stage
    order by lead_id`)
}

/** A step: what follows when leads have another stage than before. */
export async function followStages(
  tx: Tx,
  changes: StageChange[],
  { now, offersRisen }: Pick<Recount, 'now' | 'offersRisen'>,
) {
  await recordActivity(
    tx,
    { actorId: null, now },
    changes.map(({ leadId, from, to, touchCount }) => ({
      type: 'stage_changed',
      leadId,
      data: { from, to, touchCount },
    })),
  )
  await offerRisenLeads(tx, changes.filter(({ from }) => from === 'COLD').map(toLeadId), { now, offersRisen })
  if (offersRisen)
    await hurryHotOffers(tx, changes.filter(({ from, to }) => from === 'WARM' && to === 'HOT').map(toLeadId), now)
  await withdrawFallenOffers(tx, changes.filter(({ to }) => to === 'COLD').map(toLeadId), now)
}

const toLeadId = ({ leadId }: StageChange) => leadId
