import 'server-only'
import { db, type Tx } from '@/lib/db'
import { suspectedPairs } from '@/lib/duplicates/candidates'
import { strengthOf } from '@/lib/duplicates/evidence'

const batchSize = 500

/**
 * Compares the leads that were made or renamed since with all others, and keeps what is suspected: a transaction a batch,
 * so it may be killed and begun again at any time. At most `batches` of them, that other work by the clock has its turn.
 */
export async function findDuplicates(now: () => Date = () => new Date(), batches = Infinity): Promise<void> {
  for (let nth = 0; nth < batches; nth++) {
    const compared = await db.$transaction((tx) => compareBatch(tx, now()), { maxWait: 20_000, timeout: 120_000 })
    if (compared < batchSize) return
  }
}

async function compareBatch(tx: Tx, now: Date): Promise<number> {
  // Taken from the list before they are read: a change at the same time puts its lead there anew.
  const taken = await tx.$queryRaw<{ leadId: string }[]>`
    delete from duplicate_check where lead_id in (
      select lead_id from duplicate_check order by lead_id limit ${batchSize} for update skip locked
    ) returning lead_id as "leadId"`
  const leadIds = taken.map(({ leadId }) => leadId)
  if (leadIds.length === 0) return 0
  const found = await suspectedPairs(tx, leadIds)
  const rows = found.map((pair) => ({ ...pair, strength: strengthOf(pair.evidence) }))
  await tx.$executeRaw`
    with found as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json)
        as r("lowId" uuid, "highId" uuid, evidence jsonb, strength int)
    ),
    gone as (
      delete from suspicion s
      where (low_id = any(${leadIds}::uuid[]) or high_id = any(${leadIds}::uuid[])) and dismissed_at is null
        and not exists (select 1 from found f where f."lowId" = s.low_id and f."highId" = s.high_id)
    )
    insert into suspicion (low_id, high_id, evidence, strength, found_at)
    select "lowId", "highId", array(select jsonb_array_elements_text(evidence)), strength, ${now} from found
    on conflict (low_id, high_id) do update set evidence = excluded.evidence, strength = excluded.strength
    where suspicion.dismissed_at is null`
  return leadIds.length
}
