import 'server-only'
import type { NewTouchpoint } from '@/lib/touchpoints/new-touchpoint'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** True of every touch `t`: said where days are asked for, because touches are indexed by their channel and then by day. */
export const onAnyChannel = sql`t.channel = any(enum_range(null::"Channel"))`

/** What a statement reads of a touch: at least these four. */
type Facts = Pick<NewTouchpoint, 'leadId' | 'channel' | 'engaged' | 'occurredAt'> & Partial<NewTouchpoint>

/**
 * Touches as a relation with their facts and `nth`, their order from 1, in that order: ids that are given to its rows
 * follow it. What many have in common, as those of a bulk touch do, is sent and read once.
 */
export function touchesSql(touches: Facts[]): Prisma.Sql {
  const distinct = new Map<string, number>()
  const which = touches.map(({ leadId: _, ...facts }) => {
    const text = JSON.stringify(facts)
    const known = distinct.get(text) ?? distinct.size + 1
    distinct.set(text, known)
    return known
  })
  return sql`(
    select l."leadId", f.*, l.nth
    from unnest(${touches.map(({ leadId }) => leadId)}::uuid[], ${which}::int[]) with ordinality as l("leadId", which, nth)
    join rows from (json_to_recordset(${`[${[...distinct.keys()].join()}]`}::json) as (
      channel text, direction text, engaged boolean, "occurredAt" timestamptz(3), "campaignId" uuid, note text,
      "externalId" text, "loggedAt" timestamptz(3), "voidedAt" timestamptz(3)
    )) with ordinality as f(channel, direction, engaged, "occurredAt", "campaignId", note, "externalId", "loggedAt",
      "voidedAt", fact) on f.fact = l.which
    order by l.nth
  )`
}
