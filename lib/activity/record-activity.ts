import 'server-only'
import type { NewActivity } from '@/lib/activity/activity'
import type { Tx } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

/** A step: writes lines of history in the transaction of the change that they tell. `actorId` null: by a rule. */
export async function recordActivity(tx: Tx, by: { actorId: string | null; now: Date }, lines: NewActivity[]) {
  if (lines.length === 0) return
  const rows = lines.map(({ leadId, type, data, touchpointId, handoffId }) => ({
    lead_id: leadId,
    type,
    data,
    touchpoint_id: touchpointId ?? null,
    handoff_id: handoffId ?? null,
  }))
  await tx.$executeRaw(Prisma.sql`
    insert into activity (lead_id, at, actor_id, type, data, touchpoint_id, handoff_id)
    select lead_id, ${by.now}, ${by.actorId}::uuid, type, data, touchpoint_id, handoff_id
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(lead_id uuid, type text, data jsonb, touchpoint_id uuid, handoff_id uuid)`)
}
