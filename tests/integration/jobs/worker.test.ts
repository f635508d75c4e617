import { afterEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { addJob } from '@/lib/jobs/add-job'
import { bePresent, type Presence } from '@/lib/jobs/presence'
import { startWorker } from '@/lib/jobs/start-worker'
import { sweep } from '@/lib/jobs/sweep'
import { castOf } from '@/tests/integration/cast'

const url = process.env.DATABASE_URL ?? ''
const opened: Presence[] = []

const present = (workerId: string) => {
  const presence = bePresent(url, () => workerId)
  opened.push(presence)
  return presence
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((presence) => presence.close()))
})

async function jobHeldBy(workerId: string) {
  await addJob(db, 'recount-leads', {}, `held by ${workerId}`)
  await db.$executeRaw`
    update graphile_worker._private_jobs set locked_at = now(), locked_by = ${workerId} where key = ${`held by ${workerId}`}`
}

const holders = async () =>
  (
    await db.$queryRaw<{ by: string }[]>`select locked_by as by from graphile_worker.jobs where locked_by is not null`
  ).map(({ by }) => by)

test('the jobs of a worker that died go back to the queue, those of living ones stay', async () => {
  const [alive, other] = [present('alive'), present('other')]
  await alive.freeDeadWorkers()
  await jobHeldBy('alive')
  await jobHeldBy('killed')
  expect(await other.freeDeadWorkers()).toBe(1)
  expect(await holders()).toEqual(['alive'])
  await alive.close()
  expect(await other.freeDeadWorkers()).toBe(1)
  expect(await holders()).toEqual([])
})

test('of several processes one leads, and when it ends another does', async () => {
  const [first, second] = [present('first'), present('second')]
  expect([await first.isLeader(), await second.isLeader(), await first.isLeader()]).toEqual([true, false, true])
  await first.close()
  expect(await second.isLeader()).toBe(true)
})

test('a worker that starts takes up what a killed one left, and does what is queued', async () => {
  await jobHeldBy('killed in the middle')
  const worker = startWorker()
  await vi.waitFor(async () => {
    const [left] = await db.$queryRaw<{ jobs: number }[]>`select count(*)::int as jobs from graphile_worker.jobs`
    expect(left?.jobs).toBe(0)
  }, 10_000)
  await worker.stop()
})

test('what nobody needs any more is swept away: ended sessions, old answers', async () => {
  const { mia } = await castOf()
  const long = new Date('2026-01-01T00:00:00Z')
  const now = new Date('2026-02-01T00:00:00Z')
  await db.session.createMany({ data: [long, now].map((expiresAt) => ({ personId: mia.id, expiresAt })) })
  await db.idempotentAnswer.createMany({
    data: [long, now].map((createdAt, n) => ({
      personId: mia.id,
      key: `key ${n}`,
      fingerprint: '',
      answer: '',
      createdAt,
    })),
  })
  await sweep(now)
  expect(await db.session.findMany({ select: { expiresAt: true } })).toEqual([{ expiresAt: now }])
  expect(await db.idempotentAnswer.findMany({ select: { createdAt: true } })).toEqual([{ createdAt: now }])
})
