import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { listRepLeads } from '@/lib/leads/list-rep-leads'
import { mergeLeads } from '@/lib/merges/merge-leads'
import { openBooks } from '@/lib/reports/books'
import { promiseReport } from '@/lib/reports/handoffs/promise-report'
import { funnelReport } from '@/lib/reports/queries'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { type Cast, castOf } from '@/tests/integration/cast'
import { everyFigure } from '@/tests/integration/reports/every-figure'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

/** Each story has a year of its own. */
let year = 2001
const begin = () => {
  const start = Date.UTC(++year, 0, 8, 9)
  return {
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    day: (n: number) => ({ now: new Date(start + n * 86_400_000) }),
  }
}
type Day = ReturnType<typeof begin>['day']

const newLead = async (day: Day, n = 0) => (await createLead(cast.mia, { firstName: 'Ines' }, day(n))).id

async function touch(leadId: string, day: Day, times: number, from = 1) {
  for (let n = 0; n < times; n++) await logTouch(cast.mia, { leadId, channel: 'email' }, day(from + n))
}

const openHandoff = async (leadId: string) =>
  (await db.handoff.findFirstOrThrow({ where: { leadId, status: { in: ['WAITING', 'ACCEPTED'] } } })).id

const stepsOf = async (period: { from: string; to: string }, now: Date) => {
  const { steps } = await funnelReport(cast.max, period, now)
  return Object.fromEntries(steps.map((row) => [row.step, row]))
}

describe('what other products get wrong', () => {
  test('1. wins of older leads in a month with few new ones do not make a conversion above 100%', async () => {
    const { day } = begin()
    const early = [await newLead(day), await newLead(day)]
    await newLead(day, 60)
    for (const leadId of early) await closeLead(cast.max, { leadId, outcome: 'won' }, day(70))
    const later = { from: `${year}-03-01`, to: `${year}-12-31` }
    const steps = await stepsOf(later, day(300).now)
    expect(steps.created).toMatchObject({ entered: 1 })
    expect(steps.won).toMatchObject({ entered: 0 })
    const { figures, trend } = await everyFigure(await openBooks(cast.max, later, day(300).now))
    expect(figures).toMatchObject({ leads: 1, won: 0 })
    // What happened in those weeks is told as that, without a rate.
    expect(trend.reduce((sum, { won }) => sum + won, 0)).toBe(2)
  })

  test('2. silence wins nothing: neither a lead that nobody touches any more nor one that was lost is a win', async () => {
    const { period, day } = begin()
    await touch(await newLead(day), day, 6)
    const lost = await newLead(day)
    await touch(lost, day, 5)
    await closeLead(cast.max, { leadId: lost, outcome: 'lost', reason: 'unreachable' }, day(40))
    const { figures, sources, reps, trend } = await everyFigure(await openBooks(cast.max, period, day(400).now))
    expect(figures.won).toBe(0)
    expect(sources).toMatchObject([{ leads: 2, won: 0, lost: 1 }])
    expect(reps.map(({ won, wonOfTaken }) => [won, wonOfTaken])).toEqual(reps.map(() => [0, 0]))
    expect(trend.every(({ won }) => won === 0)).toBe(true)
  })

  test('3. who becomes warm a second time counts once, and who is lost stays in the funnel', async () => {
    const { period, day } = begin()
    const twice = await newLead(day)
    await touch(twice, day, 3)
    await returnHandoff(cast.sam, { handoffId: await openHandoff(twice), kind: 'recycle', reason: 'not_now' }, day(10))
    await touch(twice, day, 3, 20)
    const lost = await newLead(day)
    await touch(lost, day, 3)
    await returnHandoff(cast.sam, { handoffId: await openHandoff(lost), kind: 'disqualify', reason: 'no_fit' }, day(12))
    const steps = await stepsOf(period, day(60).now)
    expect(steps.created).toMatchObject({ entered: 2 })
    expect(steps.warm).toMatchObject({ entered: 2, reached: 2, lost: 1, rate: 1 })
    const { trend } = await everyFigure(await openBooks(cast.max, period, day(60).now))
    expect(trend.reduce((sum, { warmed }) => sum + warmed, 0)).toBe(2)
  })

  test('4. a promise breaks by the clock, with nobody touching the record', async () => {
    const { period, day } = begin()
    const leadId = await newLead(day)
    await offerLead(cast.mia, { leadId }, day(0))
    const kept = async (n: number) => promiseReport(await openBooks(cast.max, period, day(n).now))[0]
    expect(await kept(0.01)).toMatchObject({ promise: 'accept', kept: 0, broken: 0 })
    expect(await kept(5)).toMatchObject({ promise: 'accept', kept: 0, broken: 1, open: 1 })
  })

  test('5. a lead is silent since its last touch, however long ago it was created', async () => {
    const { day } = begin()
    const leadId = await newLead(day)
    await acceptHandoff(cast.sara, { handoffId: (await offerLead(cast.mia, { leadId }, day(0))).id }, day(1))
    await logTouch(cast.sara, { leadId, channel: 'meeting' }, day(200))
    const silent = async (n: number) => {
      const { data } = await listRepLeads(cast.sara, { view: 'open', focus: 'silent', now: day(n).now })
      return data.map(({ id }) => id)
    }
    expect(await silent(202)).not.toContain(leadId)
    expect(await silent(260)).toContain(leadId)
  })

  test('6. a lead that Sales gives back for later is cold again, and no longer looks hot in any report', async () => {
    const { period, day } = begin()
    const leadId = await newLead(day)
    await touch(leadId, day, 6)
    await returnHandoff(cast.sam, { handoffId: await openHandoff(leadId), kind: 'recycle', reason: 'not_now' }, day(10))
    expect(await db.leadState.findUnique({ where: { leadId } })).toMatchObject({ stage: 'COLD', touchCount: 0 })
    const { steps } = await funnelReport(cast.max, period, day(20).now)
    const hot = steps.find(({ step }) => step === 'hot')
    expect(hot).toMatchObject({ entered: 1, recycled: 1, stillHere: 0 })
  })

  test('7. a merge loses no touch: the count is that of the whole ledger of both', async () => {
    const { day } = begin()
    const [keptId, goneId] = [await newLead(day), await newLead(day)]
    await touch(keptId, day, 2)
    await touch(goneId, day, 4, 10)
    await mergeLeads(cast.max, { keptId, goneId, fields: {} }, day(30))
    expect(await db.touchpoint.count({ where: { leadId: keptId, voidedAt: null } })).toBe(6)
    expect(await db.leadState.findUnique({ where: { leadId: keptId } })).toMatchObject({ touchCount: 6, stage: 'HOT' })
  })
})
