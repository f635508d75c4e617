import 'server-only'
import type { Tx } from '@/lib/db'
import type { Facts } from '@/lib/imports/changed-facts'
import { Prisma } from '@/prisma/generated/client'

/** Where a lead stands with Sales and how it ended, by the names under which a change of it is remembered. */
export const standingNames = [
  'outcome',
  'lostReason',
  'closedAt',
  'desk',
  'rep',
  'wakeOn',
  'handoff',
  'doNotContact',
] as const

/** A step: what an import of outcomes can change of each of these leads; `handoff` is the open one. */
export async function standings(tx: Tx, leadIds: string[]): Promise<Map<string, Facts>> {
  const rows = await tx.$queryRaw<{ leadId: string; facts: Facts }[]>(Prisma.sql`
    select l.id as "leadId", jsonb_build_object('value', l.value, 'currency', l.currency, 'details', l.details,
      'outcome', s.outcome, 'lostReason', s.lost_reason, 'closedAt', s.closed_at, 'desk', s.desk, 'rep', s.rep_id,
      'wakeOn', s.wake_on, 'handoff', h.id, 'doNotContact', s.do_not_contact) as facts
    from lead l join lead_state s on s.lead_id = l.id
    left join handoff h on h.lead_id = l.id and h.status in ('WAITING', 'ACCEPTED')
    where l.id = any(${leadIds}::uuid[])`)
  return new Map(rows.map(({ leadId, facts }) => [leadId, facts]))
}
