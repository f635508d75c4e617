import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { chosenLeadsSql } from '@/lib/bulk/chosen-leads'
import { previewTouchInput } from '@/lib/bulk/input'
import { isTouchedAlready } from '@/lib/bulk/touched-already'
import { db } from '@/lib/db'
import { type Pace, paceOf } from '@/lib/handoffs/pace'
import { parseInput } from '@/lib/parse-input'
import { standingSql } from '@/lib/scoring/count-sql'
import { workingHours } from '@/lib/settings/promise-rules'
import { companySettings, currentPolicy } from '@/lib/settings/queries'
import { settleTouch } from '@/lib/touchpoints/settle-touch'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** What a bulk touch would do. `matched` = `new` + `alreadyTouched` + `suppressed`. */
export type TouchPreview = {
  matched: number
  new: number
  /** Have a touch of this campaign, channel and day. */
  alreadyTouched: number
  /** Marked do-not-contact. */
  suppressed: number
  /** Cold ones that it makes warm, and warm ones that it makes hot. */
  willBecomeWarm: number
  willBecomeHot: number
  /** Of those that become warm, the ones that are offered to Sales thereby. */
  willBeOffered: number
  /** When they are offered, where they are not all at once. */
  pace?: Pace
}

/**
 * Counts the chosen leads as if the touch had been logged, by the same rule that will count them.
 *
 * Throws FORBIDDEN, and INVALID for a touch in the future.
 */
export async function previewTouch(actor: Actor, input: unknown, now = new Date()): Promise<TouchPreview> {
  authorise(actor, 'bulk.run')
  const { action, ...selection } = parseInput(previewTouchInput, input)
  const { kind: _, offersPerDay, ...facts } = action
  const { channel, direction, engaged, occurredAt } = settleTouch('', facts, now)
  const [{ timeZone }, policy] = await Promise.all([companySettings(), currentPolicy()])
  const [preview] = await db.$queryRaw<TouchPreview[]>(sql`
    with chosen as materialized (${chosenLeadsSql(actor, selection, timeZone)}),
    sorted as materialized (
      select s.lead_id, s.stage, s.recycled_at, s.closed_at,
        s.outcome = 'OPEN' and s.desk = 'MARKETING' and not s.do_not_contact as is_offerable,
        s.do_not_contact and ${direction === 'outbound'} as is_suppressed,
        ${isTouchedAlready(sql`s.lead_id`, action, { occurredAt, timeZone })} as is_touched
      from chosen join lead_state s on s.lead_id = chosen.lead_id
    ),
    risable as (select * from sorted where stage <> 'HOT' and not is_suppressed and not is_touched),
    imagined as (
      select 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid as id, lead_id, ${channel}::"Channel" as channel,
        ${engaged}::boolean as engaged, ${occurredAt}::timestamptz as occurred_at, ${now}::timestamptz as logged_at,
        null::timestamptz as voided_at
      from risable
    ),
    ${standingSql({ policy, timeZone, now, leads: sql`risable`, imagined: sql`imagined` })},
    risen as (
      select r.stage::text as "from", standing.stage as "to", r.is_offerable
      from risable r join standing on standing.lead_id = r.lead_id
      where standing.stage <> r.stage::text
    )
    select count(*)::int as matched,
      count(*) filter (where is_suppressed)::int as suppressed,
      count(*) filter (where is_touched and not is_suppressed)::int as "alreadyTouched",
      count(*) filter (where not is_touched and not is_suppressed)::int as "new",
      (select count(*)::int from risen where "from" = 'COLD') as "willBecomeWarm",
      (select count(*)::int from risen where "from" = 'WARM' and "to" = 'HOT') as "willBecomeHot",
      (select count(*)::int from risen where "from" = 'COLD' and is_offerable) as "willBeOffered"
    from sorted`)
  if (!preview) throw new Error('a count without a row')
  const { willBeOffered } = preview
  return offersPerDay
    ? {
        ...preview,
        pace: paceOf(willBeOffered, { perDay: offersPerDay, goneToday: 0, now, hours: await workingHours() }),
      }
    : preview
}
