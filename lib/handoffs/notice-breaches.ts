import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import { db, type Tx } from '@/lib/db'
import { escalatesAt } from '@/lib/handoffs/promise'
import { isBroken, isToFulfil, promisesSql } from '@/lib/handoffs/promises-sql'
import { gatherNotifications, notify } from '@/lib/notifications/notify'
import { promiseRules } from '@/lib/settings/promise-rules'
import { Prisma } from '@/prisma/generated/client'
import type { PromiseKind, Stage } from '@/prisma/generated/enums'

const { sql } = Prisma

/** What was done in time may take so long, in milliseconds, to be committed: only then is a promise judged. */
const graceMs = 20_000

/** Promises that are judged in one transaction are due within one such span, in milliseconds. */
const spanMs = 24 * 3_600_000

type Broken = {
  handoffId: string
  leadId: string
  promise: PromiseKind
  dueAt: Date
  stage: Stage
  repId: string | null
  givenToId: string | null
  offeredById: string | null
  ownerId: string | null
}

/** Whose promise it was. An offer that is given to nobody waits for all of Sales: only managers are told. */
const responsible: Record<PromiseKind, (broken: Broken) => string | null> = {
  accept: ({ givenToId }) => givenToId,
  first_touch: ({ repId }) => repId,
  answer: ({ offeredById, ownerId }) => offeredById ?? ownerId,
}

/**
 * Judges the promises that have become due, whether or not anybody looks: each that was not kept gets a breach with
 * its true time and a line of history, once, however many processes judge and however long none did. Then the
 * breaches that are still not made good after a second period are escalated. Returns how many breaches it noticed.
 */
export async function noticeBreaches(now = new Date()): Promise<number> {
  const upTo = new Date(now.getTime() - graceMs)
  let noticed = 0
  for (;;) {
    const step = await db.$transaction((tx) => judgeSpan(tx, upTo, now), { maxWait: 20_000, timeout: 120_000 })
    noticed += step.noticed
    if (step.isDone) break
  }
  await db.$transaction((tx) => escalate(tx, upTo, now))
  return noticed
}

async function judgeSpan(tx: Tx, upTo: Date, now: Date): Promise<{ noticed: number; isDone: boolean }> {
  const [clock] = await tx.$queryRaw<{ judgedUntil: Date }[]>`
    select judged_until as "judgedUntil" from promise_clock for update`
  if (!clock) throw new Error('there is no clock of promises')
  const from = clock.judgedUntil
  if (from >= upTo) return { noticed: 0, isDone: true }
  const to = new Date(Math.min(upTo.getTime(), from.getTime() + spanMs))
  const broken = await tx.$queryRaw<Broken[]>(brokenSql(from, to))
  const rules = await promiseRules(tx)
  await tx.breach.createMany({
    data: broken.map(({ handoffId, promise, dueAt, stage }) => ({
      handoffId,
      promise,
      dueAt,
      noticedAt: now,
      escalatesAt: escalatesAt({ promise, dueAt, stage }, rules),
    })),
    skipDuplicates: true,
  })
  await recordActivity(
    tx,
    { actorId: null, now },
    broken.map(({ leadId, handoffId, promise, dueAt }) => ({
      type: 'promise_broken',
      leadId,
      handoffId,
      data: { promise, dueAt: dueAt.toISOString() },
    })),
  )
  await gatherNotifications(tx, `due until ${to.toISOString()}`)
  await notify(
    tx,
    'promise_broken',
    { actorId: null, now },
    broken.map((breach) => ({ ...toldOf(breach), to: [responsible[breach.promise](breach)] })),
  )
  await tx.promiseClock.update({ where: { id: 1 }, data: { judgedUntil: to } })
  return { noticed: broken.length, isDone: to >= upTo }
}

const toldOf = ({ handoffId, leadId, promise, dueAt }: Pick<Broken, 'handoffId' | 'leadId' | 'promise' | 'dueAt'>) => ({
  key: `${handoffId} ${promise}`,
  leadId,
  handoffId,
  data: { promise, dueAt: dueAt.toISOString() },
})

/** The promises that were due after `from` and up to `to` and were broken, the earliest first. */
const brokenSql = (from: Date, to: Date) => sql`
  with p as (${promisesSql((dueAt) => sql`${dueAt} > ${from} and ${dueAt} <= ${to}`)})
  select p.handoff_id as "handoffId", p.lead_id as "leadId", p.promise, p.due_at as "dueAt", s.stage,
    h.rep_id as "repId", h.given_to_id as "givenToId", h.offered_by_id as "offeredById", s.owner_id as "ownerId"
  from p join lead_state s on s.lead_id = p.lead_id join handoff h on h.id = p.handoff_id
  where ${isBroken(sql`'infinity'::timestamptz`)}
  order by p.due_at, p.handoff_id`

/** Marks the breaches that go to the manager; those that were made good before their time never do. */
async function escalate(tx: Tx, upTo: Date, now: Date): Promise<void> {
  const rows = await tx.$queryRaw<
    (Pick<Broken, 'handoffId' | 'leadId' | 'promise' | 'dueAt'> & { id: string; isOpen: boolean })[]
  >(sql`
    select b.id, b.handoff_id as "handoffId", h.lead_id as "leadId", b.promise::text as promise, b.due_at as "dueAt",
      ${isToFulfil(sql`b.promise::text`)} as "isOpen"
    from breach b join handoff h on h.id = b.handoff_id join lead_state s on s.lead_id = h.lead_id
    where b.escalated_at is null and b.escalates_at <= ${upTo}
    order by b.id for update of b skip locked`)
  const ids = (isOpen: boolean) => rows.filter((row) => row.isOpen === isOpen).map(({ id }) => id)
  await tx.breach.updateMany({ where: { id: { in: ids(true) } }, data: { escalatedAt: now } })
  await tx.breach.updateMany({ where: { id: { in: ids(false) } }, data: { escalatesAt: null } })
  await gatherNotifications(tx, `open at ${now.toISOString()}`)
  await notify(tx, 'escalated', { actorId: null, now }, rows.filter(({ isOpen }) => isOpen).map(toldOf))
}
