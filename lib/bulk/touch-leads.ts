import 'server-only'
import { type ChunkStep, exceptions, without } from '@/lib/bulk/chunk'
import { isTouchedAlready } from '@/lib/bulk/touched-already'
import { companySettings } from '@/lib/settings/queries'
import { recordTouchpoints } from '@/lib/touchpoints/record-touchpoints'
import { settleTouch } from '@/lib/touchpoints/settle-touch'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** Logs the touch on each lead that may have it and has none of its campaign, channel and day yet. */
export const touchLeads: ChunkStep<'touch'> = async ({ tx, actor, now, bulkActionId, askedAt }, facts, leadIds) => {
  const { kind: _, offersPerDay, ...touch } = facts
  const settled = settleTouch('', touch, askedAt)
  const { occurredAt, direction } = settled
  const { timeZone } = await companySettings(tx)
  const rows = await tx.$queryRaw<{ leadId: string; isSuppressed: boolean; isTouched: boolean }[]>(sql`
    select lead_id as "leadId", do_not_contact and ${direction === 'outbound'} as "isSuppressed",
      ${isTouchedAlready(sql`s.lead_id`, touch, { occurredAt, timeZone })} as "isTouched"
    from lead_state s where lead_id = any(${leadIds}::uuid[])`)
  const ids = (some: typeof rows) => some.map(({ leadId }) => leadId)
  const suppressed = ids(rows.filter(({ isSuppressed }) => isSuppressed))
  const touched = ids(rows.filter(({ isSuppressed, isTouched }) => isTouched && !isSuppressed))
  await recordTouchpoints(
    tx,
    without(leadIds, [...suppressed, ...touched]).map((leadId) => ({ ...settled, leadId })),
    { loggedById: actor.id, now, bulkActionId, offersRisen: offersPerDay ? { heldBy: bulkActionId } : true },
  )
  return [
    ...exceptions('refused', 'Marked do-not-contact.', suppressed),
    ...exceptions('skipped', 'Has this touch already, on the same day.', touched),
  ]
}
