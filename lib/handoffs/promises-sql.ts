import 'server-only'
import { channelsOf } from '@/lib/touchpoints/channel'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/**
 * Whether Sales has touched the lead of the accepted handoff `h`, until `until` where it is given: by a channel of
 * Sales, or by whatever its rep logged. When it happened counts, not when it was logged.
 */
export const isTouchedByRep = (until?: Prisma.Sql): Prisma.Sql => sql`exists (
  select from touchpoint t
  where t.lead_id = h.lead_id and t.voided_at is null and t.occurred_at >= h.accepted_at
    and (t.channel::text = any(${channelsOf('sales')}) or t.logged_by_id = h.rep_id)
    ${until ? sql`and t.occurred_at <= ${until}` : Prisma.empty}
)`
