import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import type { FunnelStep } from '@/lib/reports/cohort/funnel-step'
import { funnelReport, touchesToWinReport } from '@/lib/reports/queries'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
let month = new Date('2024-01-01T00:00:00Z')
const nextMonth = () => new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1))
const day = (n: number) => new Date(month.getTime() + n * 24 * 3_600_000)
const now = new Date('2026-11-01T00:00:00Z')

// Each story plays in a month of its own, so each has a cohort of its own.
beforeEach(async () => {
  cast ??= await castOf()
  month = nextMonth()
})

const newLead = async (n = 1) => (await createLead(cast.mia, { firstName: 'Ines' }, { now: day(n) })).id

async function touch(leadId: string, times: number, from = 2) {
  for (let n = 0; n < times; n++) await logTouch(cast.mia, { leadId, channel: 'email' }, { now: day(from + n) })
}

async function answer(leadId: string, kind: 'accept' | 'recycle', n: number) {
  const { id: handoffId } = await db.handoff.findFirstOrThrow({
    where: { leadId, status: { in: ['WAITING', 'ACCEPTED'] } },
  })
  if (kind === 'accept') return acceptHandoff(cast.sam, { handoffId }, { now: day(n) })
  return returnHandoff(cast.sam, { handoffId, kind: 'recycle', reason: 'not_now' }, { now: day(n) })
}

const period = () => ({ from: month.toISOString(), to: nextMonth().toISOString() })

async function steps(who = cast.max) {
  const report = await funnelReport(who, period(), now)
  return (step: FunnelStep) => report.steps.find((row) => row.step === step)
}

describe('the funnel', () => {
  test('never passes 100%: a win counts in the month its lead was created, not in the month it was won', async () => {
    const early = await newLead(1)
    month = nextMonth()
    await newLead(1)
    await closeLead(cast.max, { leadId: early, outcome: 'won' }, { now: day(3) })
    const step = await steps()
    expect(step('created')).toMatchObject({ entered: 1, advanced: 0 })
    expect(step('won')).toMatchObject({ entered: 0, rate: null })
  })

  test('takes a win dated before its lead as a win of its lead', async () => {
    const leadId = await newLead(10)
    await closeLead(cast.max, { leadId, outcome: 'won', closedAt: day(2) }, { now: day(12) })
    expect((await steps())('won')).toMatchObject({ entered: 1, rate: 1 })
  })

  test('counts silence as nothing and a loss as a loss: only what somebody won is won', async () => {
    const [silent, lost] = [await newLead(), await newLead()]
    await touch(silent, 6)
    await touch(lost, 6)
    await closeLead(cast.max, { leadId: lost, outcome: 'lost', reason: 'no_fit' }, { now: day(20) })
    const step = await steps()
    expect(step('won')).toMatchObject({ entered: 0 })
    expect(step('hot')).toMatchObject({ entered: 2, lost: 1, stillHere: 1 })
  })

  test('counts a lead once however often it is accepted, and keeps the lost ones', async () => {
    const leadId = await newLead()
    await touch(leadId, 3)
    await answer(leadId, 'accept', 6)
    await answer(leadId, 'recycle', 7)
    await offerLead(cast.mia, { leadId }, { now: day(8) })
    await answer(leadId, 'accept', 9)
    await closeLead(cast.sam, { leadId, outcome: 'lost', reason: 'competitor' }, { now: day(10) })
    const step = await steps()
    expect(step('accepted')).toMatchObject({ entered: 1, reached: 1, lost: 1 })
    expect(step('created')).toMatchObject({ entered: 1, advanced: 1, lost: 0 })
  })

  test('shows a recycled lead as recycled, and as under way again once it is warm again', async () => {
    const leadId = await newLead()
    await touch(leadId, 5)
    await answer(leadId, 'recycle', 10)
    expect((await steps())('hot')).toMatchObject({ entered: 1, recycled: 1, stillHere: 0 })
    await touch(leadId, 3, 11)
    expect((await steps())('hot')).toMatchObject({ entered: 1, recycled: 0, stillHere: 1 })
  })

  test('has half-open periods: a lead of its first moment is in, one of its last is not', async () => {
    const { from, to } = period()
    await createLead(cast.mia, { firstName: 'First' }, { now: new Date(from) })
    await createLead(cast.mia, { firstName: 'Next' }, { now: new Date(to) })
    expect((await steps())('created')).toMatchObject({ entered: 1 })
    month = nextMonth()
  })

  test('is the manager’s to read', async () => {
    await expect(steps(cast.mia)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(touchesToWinReport(cast.sam, {}, now)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('carries the period as it was asked for and the moment that was read', async () => {
    expect(await funnelReport(cast.max, { from: '2024-01-01' }, now)).toMatchObject({
      from: '2024-01-01',
      to: null,
      asOf: now,
    })
  })
})

describe('touches to win', () => {
  test('count up to the win: a touch after it adds nothing', async () => {
    const leadId = await newLead()
    await touch(leadId, 2)
    await closeLead(cast.max, { leadId, outcome: 'won', closedAt: day(5) }, { now: day(6) })
    await touch(leadId, 4, 10)
    const report = await touchesToWinReport(cast.max, period(), now)
    expect(report).toMatchObject({ wins: 1, medianTouches: 2, enough: false, hazard: [], survival: [] })
    expect(report.definition).toMatch(/fewer than 20 wins/i)
    expect(report.histogram).toHaveLength(3)
  })
})
