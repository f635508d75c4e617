import 'server-only'
import { unvoidedTouches } from '@/lib/handoffs/promises-sql'
import { Prisma } from '@/prisma/generated/client'

/**
 * The touch that brought handoff `h` about, as a relation of at most one row: the last one that had happened and been
 * logged when it was offered. Of an offer by the rule it is the touch that made the lead warm.
 */
export const broughtBy = Prisma.sql`(
  select t.channel, t.campaign_id, t.logged_at from ${unvoidedTouches} t
  where t.lead_id = h.lead_id and t.occurred_at <= h.offered_at and t.logged_at <= h.offered_at
  order by t.occurred_at desc, t.logged_at desc, t.id desc limit 1
)`
