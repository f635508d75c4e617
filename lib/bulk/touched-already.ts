import 'server-only'
import type { FactsOf } from '@/lib/bulk/input'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/**
 * A lead is touched at most once a campaign, channel and day (the company's): sent twice, a bulk touch counts once.
 * The condition on `leadId` that says it has such a touch.
 */
export const isTouchedAlready = (
  leadId: Prisma.Sql,
  { campaignId, channel }: Pick<FactsOf<'touch'>, 'campaignId' | 'channel'>,
  { occurredAt, timeZone }: { occurredAt: Date; timeZone: string },
): Prisma.Sql => sql`exists (
  select 1 from touchpoint t where t.lead_id = ${leadId} and t.voided_at is null and t.channel = ${channel}::"Channel"
    and ${campaignId ? sql`t.campaign_id = ${campaignId}::uuid` : sql`t.campaign_id is null`}
    and (t.occurred_at at time zone ${timeZone})::date = (${occurredAt}::timestamptz at time zone ${timeZone})::date
)`
