import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { markDoNotContact } from '@/lib/leads/mark-do-not-contact'
import { defaultPolicy } from '@/lib/scoring/policy'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { openTrial } from '@/lib/trials/find-trial'
import { trialOf } from '@/lib/trials/queries'
import { tryScoringPolicy } from '@/lib/trials/try-scoring-policy'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
// A Monday.
const at = (days: number) => ({ now: new Date(Date.parse('2026-03-02T09:00:00Z') + days * 24 * 3_600_000) })
const end = at(50).now

async function lead(touchedOn: number[], who = cast.mia) {
  const { id } = await createLead(who, { firstName: 'Ines' }, at(0))
  for (const day of touchedOn) await logTouch(who, { leadId: id, channel: 'webinar' }, at(day))
  return id
}

async function answer(leadId: string, day: number, kind: 'accept' | 'recycle') {
  const { id: handoffId } = await db.handoff.findFirstOrThrow({ where: { leadId, status: 'WAITING' } })
  if (kind === 'accept') await acceptHandoff(cast.sam, { handoffId }, at(day))
  else await returnHandoff(cast.sam, { handoffId, kind, reason: 'not_now' }, at(day))
}

const trialOn = async (day: number, policy: object, who = cast.max) => {
  const { now } = at(day)
  const tried = { policy: { ...defaultPolicy, ...policy }, period: {}, at: now }
  return (await trialOf(who, await openTrial(who, tried, now))).report
}

beforeAll(async () => {
  cast = await castOf()
  const late = await lead([1, 2, 3])
  await answer(late, 4, 'accept')
  await logTouch(cast.sam, { leadId: late, channel: 'demo' }, at(5))
  await closeLead(cast.sam, { leadId: late, outcome: 'won' }, at(6))
  const never = await lead([1, 1, 1])
  await answer(never, 2, 'accept')
  await closeLead(cast.sam, { leadId: never, outcome: 'won' }, at(7))
  await logTouch(cast.mia, { leadId: never, channel: 'email' }, at(8))
  const back = await lead([1, 2, 8])
  await answer(back, 9, 'recycle')
  for (const day of [15, 16, 17]) await logTouch(cast.mia, { leadId: back, channel: 'webinar' }, at(day))
  await lead([1, 2, 3, 4], cast.sam)
  const silent = await lead([1, 1, 1, 1])
  await markDoNotContact(cast.mia, { leadId: silent, doNotContact: true }, at(20))
})

test('a stricter policy would have offered later or never, and what became of its leads is what became of them', async () => {
  const { present, proposed, real, wins, weeks, acceptedPerWeek, answeredPerWeek } = await trialOn(21, { warmAt: 4 })
  const rates = { acceptance: expect.anything() as object, winRate: expect.anything() as object }
  expect(present).toMatchObject({ offers: 4, leads: 3, answered: 3, accepted: 2, won: 2, lost: 0, open: 1, ...rates })
  expect(present.acceptance?.share).toBeCloseTo(2 / 3, 12)
  expect(proposed).toMatchObject({ offers: 1, leads: 1, answered: 1, accepted: 1, won: 1, open: 0 })
  // The lead that may not be contacted now was offered then.
  expect(real).toMatchObject({
    offers: 5,
    leads: 4,
    answered: 3,
    accepted: 2,
    won: 2,
    open: 2,
    queue: 1,
    longestQueue: 1,
  })
  expect(wins).toEqual({
    wins: 2,
    same: 0,
    earlier: 0,
    later: 1,
    never: 1,
    newly: 0,
    neither: 0,
    medianDaysEarlier: null,
    medianDaysLater: 2,
  })
  expect(weeks.map((week) => [week.monday, week.present, week.proposed, week.accepted, week.answered])).toEqual([
    ['2026-03-02', 2, 1, 2, 2],
    ['2026-03-09', 1, 0, 0, 1],
    ['2026-03-16', 1, 0, 0, 0],
  ])
  expect(weeks.map(({ queue, presentQueue, proposedQueue }) => [queue, presentQueue, proposedQueue])).toEqual([
    [1, 0, 0],
    [1, 0, 0],
    [1, 1, 0],
  ])
  // From the Monday of the first week on it is three weeks and nine hours.
  expect(acceptedPerWeek).toBeCloseTo(2 / (3 + 9 / 168), 6)
  expect(answeredPerWeek).toBeCloseTo(3 / (3 + 9 / 168), 6)
})

test('a lead that a window lets cool down is with Sales all the same, until it is recycled', async () => {
  const offersOn = async (day: number) => (await trialOn(day, { windowDays: 3 })).proposed.offers
  const before = await offersOn(21)
  const cooled = await lead([22, 22, 22, 30, 30, 30])
  expect(await offersOn(31)).toBe(before + 1)
  await answer(cooled, 35, 'recycle')
  expect(await offersOn(36)).toBe(before + 1)
  for (let nth = 0; nth < 3; nth++) await logTouch(cast.mia, { leadId: cooled, channel: 'webinar' }, at(40))
  expect(await offersOn(41)).toBe(before + 2)
  await answer(cooled, 41, 'recycle')
  expect(await offersOn(42)).toBe(before + 2)
})

test('a trial is kept for who asks next, is for managers, and names the field that is wrong', async () => {
  const asked = { warmAt: 5, hotAt: 9, from: '2026-03-09', to: '2026-03-16' }
  const first = await tryScoringPolicy(cast.max, asked, { now: end })
  const replays = () => db.replay.findMany({ orderBy: { id: 'asc' }, select: { id: true } })
  const before = await replays()
  expect(await tryScoringPolicy(cast.ada, asked, { now: end })).toEqual(first)
  expect(await replays()).toEqual(before)
  expect(first).toMatchObject({ from: '2026-03-09', asOf: end, proposed: { offers: 0, winRate: null } })
  expect(first.weeks.map(({ monday }) => monday)).toEqual(['2026-03-09'])
  await expect(trialOn(43, {}, cast.mia)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(tryScoringPolicy(cast.max, { from: 'soon' })).rejects.toMatchObject({
    fields: { from: expect.any(String) as string },
  })
  await expect(tryScoringPolicy(cast.max, { from: '2026-03-09', to: '2026-03-01' })).rejects.toMatchObject({
    code: 'INVALID',
  })
})
