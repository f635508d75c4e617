import 'server-only'
import { db, type Tx } from '@/lib/db'
import { standingAsOfSql } from '@/lib/replays/standing-as-of-sql'
import type { ScoringPolicy } from '@/lib/scoring/policy'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

const lowest = '00000000-0000-0000-0000-000000000000'

/**
 * Goes on with a replay until it is whole or the signal is given, so many leads a piece. A piece and how far it brings
 * the replay are one transaction, and whoever makes a piece holds the replay's row: several may go on with it, and be
 * killed, at any time. The past does not change meanwhile.
 */
export async function advanceReplay(
  replayId: string,
  { signal, pieceSize = 50_000 }: { signal?: AbortSignal; pieceSize?: number } = {},
): Promise<void> {
  const piece = () => db.$transaction((tx) => nextPiece(tx, replayId, pieceSize), { maxWait: 20_000, timeout: 120_000 })
  while (!signal?.aborted && (await piece()));
}

/** Whether there may be more to do. */
async function nextPiece(tx: Tx, replayId: string, pieceSize: number): Promise<boolean> {
  await tx.$queryRaw`select id from replay where id = ${replayId}::uuid for update`
  const replay = await tx.replay.findUnique({ where: { id: replayId } })
  if (!replay || replay.doneAt) return false
  const after = replay.doneTo ?? lowest
  const [piece] = await tx.$queryRaw<{ upTo: string | null; leads: number }[]>(sql`
    select max(id::text)::uuid as "upTo", count(*)::int as leads
    from (select id from lead where id > ${after}::uuid order by id limit ${pieceSize}) piece`)
  if (!piece?.upTo) {
    await tx.replay.update({ where: { id: replayId }, data: { doneAt: new Date(), leadsDone: replay.leadsTotal } })
    return false
  }
  const rules = { policy: replay.policy as ScoringPolicy, timeZone: replay.timeZone }
  // Postgres takes a range of ids for a single lead, and would look through all touches of the piece for each of its leads.
  // Its sorts are of all touches of the piece, and go by way of the disk where they have no room.
  await tx.$executeRaw`set local enable_nestloop = off`
  await tx.$executeRaw`set local work_mem = '256MB'`
  await tx.$executeRaw(sql`
    with ${standingAsOfSql(replay.asOf, rules, { after, upTo: piece.upTo })}
    insert into replayed_lead (replay_id, lead_id, created_at, source, value, currency, company_id, owner_id, rep_id, stage,
      outcome, lost_reason, closed_at, is_recycled, touch_count, lifetime_touch_count, marketing_touch_count,
      sales_touch_count, close_touch_count, first_touch_at, first_channel, first_sales_touch_at, last_touch_at,
      first_warmed_at, first_hot_at, first_accepted_at, risen_at)
    select ${replayId}::uuid, lead_id, created_at, source, value, currency, company_id, owner_id, rep_id,
      stage::"Stage", outcome::"Outcome", lost_reason, closed_at, is_recycled, touch_count, lifetime_touch_count, marketing_touch_count,
      sales_touch_count, close_touch_count, first_touch_at, first_channel, first_sales_touch_at, last_touch_at,
      first_warmed_at, first_hot_at, first_accepted_at, risen_at
    from state_then`)
  await tx.replay.update({
    where: { id: replayId },
    data: { doneTo: piece.upTo, leadsDone: Math.min(replay.leadsTotal, replay.leadsDone + piece.leads) },
  })
  return true
}
