import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db, type Tx } from '@/lib/db'
import { defaultPolicy, type ScoringPolicy } from '@/lib/scoring/policy'

export type SavedPolicy = ScoringPolicy & { version: number }

/** A policy as it is stored: only the channels that differ from the default have a rule. */
export type PolicyRow = Pick<ScoringPolicy, 'warmAt' | 'hotAt' | 'closeBy' | 'windowDays'> & {
  version: number
  channels: unknown
}

/** A policy row with a rule for every channel. */
export const policyOf = ({ version, warmAt, hotAt, closeBy, windowDays, channels }: PolicyRow): SavedPolicy => ({
  version,
  warmAt,
  hotAt,
  closeBy,
  windowDays,
  channels: { ...defaultPolicy.channels, ...(channels as Partial<ScoringPolicy['channels']>) },
})

/** The policy that holds now. */
export async function currentPolicy(tx: Tx = db): Promise<SavedPolicy> {
  return policyOf(await tx.scoringPolicy.findFirstOrThrow({ orderBy: { version: 'desc' } }))
}

/** The company's name, zone and currency. */
export const companySettings = (tx: Tx = db) => tx.settings.findUniqueOrThrow({ where: { id: 1 } })

/** The policy that holds, who saved it when, and how far the recount of the leads is. */
export async function scoringSettings(actor: Actor, tx: Tx = db) {
  authorise(actor, 'settings.edit')
  const row = await tx.scoringPolicy.findFirstOrThrow({
    orderBy: { version: 'desc' },
    include: { savedBy: { select: { id: true, name: true } } },
  })
  const { version, ...policy } = policyOf(row)
  const [total, waiting] = [
    await tx.leadState.count(),
    await tx.leadState.count({ where: { policyVersion: { not: version } } }),
  ]
  return {
    ...policy,
    version,
    savedAt: row.savedAt,
    savedBy: row.savedBy,
    progress: { counted: total - waiting, total, done: waiting === 0 },
  }
}

/** The last versions of the policy, the newest first: who saved what when. */
export async function listPolicyVersions(actor: Actor, limit: number) {
  authorise(actor, 'settings.edit')
  const rows = await db.scoringPolicy.findMany({
    orderBy: { version: 'desc' },
    take: limit,
    include: { savedBy: { select: { id: true, name: true } } },
  })
  return rows.map((row) => ({
    policy: policyOf(row),
    savedAt: row.savedAt,
    savedBy: row.savedBy,
    offersRisen: row.offersRisen,
  }))
}
