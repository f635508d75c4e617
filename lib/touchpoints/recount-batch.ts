import 'server-only'
import { db, type Tx } from '@/lib/db'
import { lockLeads } from '@/lib/leads/lock-leads'
import { gatherNotifications } from '@/lib/notifications/notify'
import { holdCountingRules } from '@/lib/touchpoints/counting-rules'
import { recountLeads } from '@/lib/touchpoints/recount-leads'

const batchSize = 2000
const lowest = '00000000-0000-0000-0000-000000000000'

type Batch = { leadIds: string[]; offersRisen: boolean }

/**
 * Counts the leads anew that were counted by another policy than the one that holds: a transaction a batch, so it may
 * be killed and begun again at any time. Returns when it has passed all leads, in the order of their ids: an index by
 * policy would have to be written with every touch.
 */
export async function recountAll(now: () => Date = () => new Date()): Promise<void> {
  let passed = lowest
  await inBatches(now, async (tx, version) => {
    const { offersRisen } = await tx.scoringPolicy.findUniqueOrThrow({ where: { version } })
    const found = await tx.leadState.findMany({
      where: { policyVersion: { not: version }, leadId: { gt: passed } },
      orderBy: { leadId: 'asc' },
      take: batchSize,
      select: { leadId: true },
    })
    const leadIds = found.map(({ leadId }) => leadId)
    passed = leadIds.at(-1) ?? passed
    return { leadIds, offersRisen }
  })
}

/** Counts the leads anew whose oldest counted touch has left the window: with a window a stage falls by the clock. */
export async function recountFallen(now: () => Date = () => new Date()): Promise<void> {
  await inBatches(now, async (tx) => {
    const fallen = { where: { nextFallAt: { lte: now() } }, take: batchSize, select: { leadId: true } }
    return { leadIds: (await tx.leadState.findMany(fallen)).map(({ leadId }) => leadId), offersRisen: false }
  })
}

async function inBatches(now: () => Date, choose: (tx: Tx, version: number) => Promise<Batch>): Promise<void> {
  const once = () =>
    db.$transaction(
      async (tx) => {
        const rules = await holdCountingRules(tx)
        const { leadIds, offersRisen } = await choose(tx, rules.policy.version)
        await lockLeads(tx, leadIds)
        await gatherNotifications(tx, `policy ${rules.policy.version}`)
        await recountLeads(tx, leadIds, { ...rules, now: now(), offersRisen })
        return leadIds.length
      },
      { maxWait: 20_000, timeout: 120_000 },
    )
  while ((await once()) > 0);
}
