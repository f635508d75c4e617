import 'server-only'
import { db, type Tx } from '@/lib/db'
import { lockLeads } from '@/lib/leads/lock-leads'
import { holdCountingRules } from '@/lib/touchpoints/counting-rules'
import { recountLeads } from '@/lib/touchpoints/recount-leads'

const batchSize = 2000

type Batch = { leadIds: string[]; offersRisen: boolean }

/**
 * Counts the leads anew that were counted by another policy than the one that holds: a transaction a batch, so it may
 * be killed and begun again at any time. Returns when none is left.
 */
export async function recountAll(now: () => Date = () => new Date()): Promise<void> {
  await inBatches(now, async (tx, version) => {
    const { offersRisen } = await tx.scoringPolicy.findUniqueOrThrow({ where: { version } })
    const where = { policyVersion: { not: version } }
    return { leadIds: await ids(tx, where), offersRisen }
  })
}

/** Counts the leads anew whose oldest counted touch has left the window: with a window a stage falls by the clock. */
export async function recountFallen(now: () => Date = () => new Date()): Promise<void> {
  await inBatches(now, async (tx) => ({ leadIds: await ids(tx, { nextFallAt: { lte: now() } }), offersRisen: false }))
}

const ids = async (tx: Tx, where: { policyVersion: { not: number } } | { nextFallAt: { lte: Date } }) =>
  (await tx.leadState.findMany({ where, take: batchSize, select: { leadId: true } })).map(({ leadId }) => leadId)

async function inBatches(now: () => Date, choose: (tx: Tx, version: number) => Promise<Batch>): Promise<void> {
  const once = () =>
    db.$transaction(
      async (tx) => {
        const rules = await holdCountingRules(tx)
        const { leadIds, offersRisen } = await choose(tx, rules.policy.version)
        await lockLeads(tx, leadIds)
        await recountLeads(tx, leadIds, { ...rules, now: now(), offersRisen })
        return leadIds.length
      },
      { maxWait: 20_000, timeout: 120_000 },
    )
  while ((await once()) > 0);
}
