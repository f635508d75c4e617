import 'server-only'
import { isThere } from '@/lib/handoffs/promises-sql'
import { Prisma } from '@/prisma/generated/client'

/**
 * The touch that brought handoff `h` about, as a relation of at most one row: the last one that had happened and been
 * logged when it was offered. Of an offer by the rule it is the touch that made the lead warm. With `then`, of the touches
 * that were there at that moment.
 */
export const broughtBy = (then?: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  select t.channel, t.campaign_id, t.logged_at from touchpoint t
  where t.lead_id = h.lead_id and ${isThere(then)} and t.occurred_at <= h.offered_at and t.logged_at <= h.offered_at
  order by t.occurred_at desc, t.logged_at desc, t.id desc limit 1
)`
