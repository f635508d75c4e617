import 'server-only'
import { type ChunkStep, exceptions, without } from '@/lib/bulk/chunk'
import { isTouchedAlready } from '@/lib/bulk/touched-already'
import { companySettings } from '@/lib/settings/queries'
import { recordTouchpoints } from '@/lib/touchpoints/record-touchpoints'
import { settleTouch } from '@/lib/touchpoints/settle-touch'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** Logs the touch on each lead that may have it and has none of its campaign, channel and day yet. */
export const touchLeads: ChunkStep<'touch'> = async (context, facts, leadIds) => {
  const { tx, actor, now, bulkActionId, askedAt, locked } = context
  const { kind: _, offersPerDay, ...touch } = facts
  const settled = settleTouch('', touch, askedAt)
  const { occurredAt, direction } = settled
  const unwanted = new Set(locked.flatMap(({ leadId, doNotContact }) => (doNotContact ? leadId : [])))
  const suppressed = direction === 'outbound' ? leadIds.filter((leadId) => unwanted.has(leadId)) : []
  const allowed = without(leadIds, suppressed)
  const { timeZone } = await companySettings(tx)
  const rows = await tx.$queryRaw<{ leadId: string }[]>(sql`
    select lead_id as "leadId" from unnest(${allowed}::uuid[]) as allowed (lead_id)
    where ${isTouchedAlready(sql`allowed.lead_id`, touch, { occurredAt, timeZone })}`)
  const touched = rows.map(({ leadId }) => leadId)
  await recordTouchpoints(
    tx,
    without(allowed, touched).map((leadId) => ({ ...settled, leadId })),
    { loggedById: actor.id, now, bulkActionId, offersRisen: offersPerDay ? { heldBy: bulkActionId } : true, locked },
  )
  return [
    ...exceptions('refused', 'Marked do-not-contact.', suppressed),
    ...exceptions('skipped', 'Has this touch already, on the same day.', touched),
  ]
}
