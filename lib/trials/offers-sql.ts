import 'server-only'
import { factsSql } from '@/lib/facts/facts-sql'
import type { Trial } from '@/lib/trials/find-trial'
import { Prisma } from '@/prisma/generated/client'

const { sql, join } = Prisma

/**
 * Common table expressions that end in `offer`: what each of the two policies would have offered to Sales by itself, and
 * when. A policy offers a lead at the touch that brings it from COLD to WARM or HOT; once, and once more after each
 * recycling, since Sales has it meanwhile. Only while it was open: up to the close that holds now. Never a lead that a rep
 * made, which Sales has from the start, nor one that is marked do-not-contact now.
 */
export const offersSql = ({ present, proposedReplayId }: Trial): Prisma.Sql => sql`
  ${factsSql(present)},
  recycling as materialized (select lead_id, returned_at from handed where return_kind = 'recycle'),
  offer as materialized (
    select policy.is_proposed, r.lead_id, rise.at
    from (values (false, ${present.replayId}::uuid), (true, ${proposedReplayId}::uuid)) policy(is_proposed, replay_id)
    join replayed_lead r on r.replay_id = policy.replay_id
    join lead_state s on s.lead_id = r.lead_id
    cross join lateral unnest(r.risen_at) with ordinality as rise(at, nth)
    where r.risen_at <> '{}' and not s.do_not_contact
      and not exists (select from person p where p.id = s.created_by_id and p.role = 'rep')
      and (r.outcome = 'OPEN' or rise.at <= r.closed_at)
      and (rise.nth = 1 or exists (
        select from recycling c
        where c.lead_id = r.lead_id and c.returned_at >= r.risen_at[rise.nth - 1] and c.returned_at < rise.at
      ))
  )`

/** Whether a moment is within the period. */
export const within = (column: Prisma.Sql, { from, to }: Trial['present']['period']): Prisma.Sql =>
  join(
    [
      sql`true`,
      ...(from ? [sql`${column} >= ${from}::timestamptz`] : []),
      ...(to ? [sql`${column} < ${to}::timestamptz`] : []),
    ],
    ' and ',
  )
