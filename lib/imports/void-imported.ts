import 'server-only'
import type { Tx } from '@/lib/db'
import type { Kept, RevertContext } from '@/lib/imports/revert-context'
import { voidTouchpoints } from '@/lib/touchpoints/void-touchpoints'
import type { HandoffStatus } from '@/prisma/generated/enums'

/**
 * A step: voids the touches that the import logged, as if each had been voided by hand, and takes them out of sight.
 * The offers that they brought about go when their reason goes; one that Sales has answered stays, and so does one
 * whose lead is warm by other touches.
 */
export async function voidImported({ tx, actor, now, importId, leadIds, changes }: RevertContext): Promise<Kept[]> {
  const theirs = { importId, leadId: { in: leadIds }, revertedAt: null }
  await voidTouchpoints(tx, { importId, leadId: { in: leadIds } }, { voidedById: actor.id, now })
  await tx.touchpoint.updateMany({ where: theirs, data: { revertedAt: now } })
  const gone = await tx.handoff.updateManyAndReturn({
    where: { ...theirs, status: 'WITHDRAWN', withdrawnAt: now },
    data: { revertedAt: now },
    select: { leadId: true },
  })
  const backIds = gone.map(({ leadId }) => leadId)
  await tx.$executeRaw`
    update lead_state s
    set was_offered = exists (select 1 from handoff h where h.lead_id = s.lead_id and h.reverted_at is null)
    where lead_id = any(${backIds}::uuid[])`
  await wakeAgain(tx, changes, backIds)
  const answered = await tx.handoff.findMany({
    where: { ...theirs, status: { not: 'WITHDRAWN' } },
    select: { leadId: true, status: true, rep: { select: { name: true } } },
  })
  return answered.map(({ leadId, status, rep }) => ({ leadId, why: stays[status](rep?.name ?? 'Sales') }))
}

const stays: Record<HandoffStatus, (rep: string) => string> = {
  WAITING: () => 'It is warm by other touches too, so its offer waits on.',
  ACCEPTED: (rep) => `${rep} has accepted it, so it stays there.`,
  CLOSED: (rep) => `${rep} has accepted and closed it, so that stays.`,
  RETURNED: () => 'Sales has sent it back since, so that stays.',
  WITHDRAWN: () => '',
}

/** Recycled leads that were offered wake on the day again that was set for them. */
async function wakeAgain(tx: Tx, changes: RevertContext['changes'], leadIds: string[]): Promise<void> {
  const back = new Set(leadIds)
  const days = changes.flatMap(({ leadId, before }) =>
    back.has(leadId) && typeof before.wakeOn === 'string' ? [{ leadId, wakeOn: before.wakeOn.slice(0, 10) }] : [],
  )
  await tx.$executeRaw`
    update lead_state s set wake_on = r."wakeOn"
    from json_to_recordset(${JSON.stringify(days)}::json) as r("leadId" uuid, "wakeOn" date)
    where s.lead_id = r."leadId" and s.wake_on is null`
}
