import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db, type Tx } from '@/lib/db'
import type { Channel, Direction } from '@/prisma/generated/enums'

/** The last unvoided touch of a lead, as a row of a list tells it. */
export type LastTouch = {
  channel: Channel
  direction: Direction
  engaged: boolean
  note: string | null
  campaign: string | null
  occurredAt: Date
}

/** The last touches of leads that the actor was found to see, by lead; leads without a touch are not in it. */
export async function lastTouches(actor: Actor, leadIds: string[], tx: Tx = db): Promise<Map<string, LastTouch>> {
  authorise(actor, 'lead.read')
  if (leadIds.length === 0) return new Map()
  const rows = await tx.$queryRaw<({ leadId: string } & LastTouch)[]>`
    select l.lead_id as "leadId", t.channel, t.direction, t.engaged, t.note, c.name as campaign, t.occurred_at as "occurredAt"
    from unnest(${leadIds}::uuid[]) as l(lead_id)
    cross join lateral (
      select * from touchpoint where lead_id = l.lead_id and voided_at is null
      order by occurred_at desc, logged_at desc, id desc limit 1
    ) t
    left join campaign c on c.id = t.campaign_id`
  return new Map(rows.map(({ leadId, ...touch }) => [leadId, touch]))
}
