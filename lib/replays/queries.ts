import 'server-only'
import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db, type Tx } from '@/lib/db'
import { addJob, requeueLost } from '@/lib/jobs/add-job'
import { advanceReplay } from '@/lib/replays/advance-replay'
import type { CountingRulesThen } from '@/lib/replays/standing-as-of-sql'
import { companySettings, policyOf } from '@/lib/settings/queries'
import type { Prisma } from '@/prisma/generated/client'

/** A replay, and how far it is. Only a whole one may be read. */
export type ReplayProgress = { id: string; leadsTotal: number; leadsDone: number; isWhole: boolean }

/** So many replays are kept, those that were read last. */
const keptReplays = 12

/** Up to so many leads are replayed while the reader waits. */
const atOnce = 20_000

/** The policy that held at a moment, the first one before that; with the zone in which it counted days. */
export async function rulesThen(actor: Actor, asOf: Date, tx: Tx = db): Promise<CountingRulesThen> {
  authorise(actor, 'report.read')
  const row =
    (await tx.scoringPolicy.findFirst({ where: { savedAt: { lte: asOf } }, orderBy: { version: 'desc' } })) ??
    (await tx.scoringPolicy.findFirstOrThrow({ orderBy: { version: 'asc' } }))
  return { policy: policyOf(row), timeZone: row.timeZone ?? (await companySettings(tx)).timeZone }
}

/**
 * The replay of the ledger as it was known at a moment, by these rules: the one that is there, or a new one. A small
 * ledger is replayed at once, a large one by a job.
 */
export async function findReplay(
  actor: Actor,
  { asOf, rules, now }: { asOf: Date; rules: CountingRulesThen; now: Date },
): Promise<ReplayProgress> {
  authorise(actor, 'report.read')
  const { policy, timeZone } = rules
  const plain = JSON.stringify({ ...policy, version: undefined })
  const key = createHash('sha256').update(`${asOf.toISOString()} ${timeZone} ${plain}`).digest('hex')
  const known = await db.replay.findUnique({ where: { key } })
  if (known?.doneAt) {
    await db.replay.updateMany({ where: { id: known.id }, data: { lastReadAt: now } })
    return progressOf(known)
  }
  const begun = known ?? (await begin({ key, asOf, policy: JSON.parse(plain) as Prisma.InputJsonValue, timeZone, now }))
  if (begun.leadsTotal > atOnce) {
    await requeueLost(db, 'replay-ledger', [{ replayId: begun.id }])
    return progressOf(begun)
  }
  await advanceReplay(begun.id)
  return progressOf(await db.replay.findUniqueOrThrow({ where: { id: begun.id } }))
}

const progressOf = ({ id, leadsTotal, leadsDone, doneAt }: Prisma.ReplayGetPayload<object>): ReplayProgress => ({
  id,
  leadsTotal,
  leadsDone,
  isWhole: doneAt !== null,
})

type Begun = { key: string; asOf: Date; policy: Prisma.InputJsonValue; timeZone: string; now: Date }

/** Two readers who ask at once get the same one. */
const begin = ({ now, ...facts }: Begun) =>
  db.$transaction(async (tx) => {
    const leadsTotal = await tx.leadState.count()
    await tx.replay.createMany({
      data: [{ ...facts, leadsTotal, startedAt: now, lastReadAt: now }],
      skipDuplicates: true,
    })
    const replay = await tx.replay.findUniqueOrThrow({ where: { key: facts.key } })
    if (leadsTotal > atOnce) await addJob(tx, 'replay-ledger', { replayId: replay.id })
    const old = await tx.replay.findMany({ orderBy: { lastReadAt: 'desc' }, skip: keptReplays, select: { id: true } })
    await tx.replay.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } })
    return replay
  })
