import 'server-only'
import type { Credit } from '@/lib/reports/attribution/credit'
import { channelsOf } from '@/lib/touchpoints/channel'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

const isOf = (channel: Prisma.Sql, team: 'marketing' | 'sales') => sql`${channel}::text = any(${channelsOf(team)})`

/** The touch of a win that comes first or last among those up to it. */
const endOf = (order: Prisma.Sql) => sql`(
  select u.id from touchpoint u where u.lead_id = s.lead_id and u.voided_at is null and u.occurred_at <= s.closed_at
  order by u.occurred_at ${order}, u.logged_at ${order}, u.id ${order} limit 1
)`

const isLastBySales = sql`exists (
  select from touchpoint l where l.id = ${endOf(sql`desc`)} and ${isOf(sql`l.channel`, 'sales')}
)`

const rules: Record<Credit, Prisma.Sql> = {
  touched: sql`true`,
  first: sql`t.id = ${endOf(sql`asc`)}`,
  last: sql`t.id = ${endOf(sql`desc`)}`,
  assist: sql`(t.occurred_at < s.first_accepted_at and ${isOf(sql`t.channel`, 'marketing')} and ${isLastBySales})`,
}

/** Whether a lead, of the state `s`, is a win with such a part in it of one of the touches `t` that meet the condition. */
export const isCredited = (credit: Credit, touches: Prisma.Sql): Prisma.Sql => sql`(
  s.outcome = 'WON' and exists (
    select from touchpoint t where t.lead_id = s.lead_id and t.voided_at is null and t.occurred_at <= s.closed_at
      and ${touches} and ${rules[credit]}
  ))`
