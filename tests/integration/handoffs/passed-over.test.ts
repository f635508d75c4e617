import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { listHandoffs } from '@/lib/handoffs/list-handoffs'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { takeNextHandoff } from '@/lib/handoffs/take-next-handoff'
import { assignLead } from '@/lib/leads/assign-lead'
import { createLead } from '@/lib/leads/create-lead'
import { openBooks } from '@/lib/reports/books'
import { handoffReport } from '@/lib/reports/handoffs/handoff-figures'
import { repReport } from '@/lib/reports/handoffs/rep-report'
import { apiOf, type Client } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'

let cast: Cast
let api: Record<keyof Cast, Client>
const hour = 3_600_000
const nine = new Date('2026-11-02T09:00:00Z')
const at = (hours: number) => ({ now: new Date(nine.getTime() + hours * hour) })

beforeAll(async () => {
  ;({ cast, api } = await apiOf())
})

const offered = async (hours: number) => {
  const { id: leadId } = await createLead(cast.mia, { externalId: `offered ${hours}` }, at(hours))
  return offerLead(cast.mia, { leadId }, at(hours))
}

test('who takes a lead while more urgent ones wait is told apart, with how long those had waited', async () => {
  const [first, second, third, fourth, fifth] = [
    await offered(0),
    await offered(0.5),
    await offered(1),
    await offered(1.5),
    await offered(2),
  ]
  // Sam picks the third although two are due before it; Sara goes by the queue; the manager's gift is nobody's choice.
  expect(await acceptHandoff(cast.sam, { handoffId: third.id }, at(3))).toMatchObject({ passedOver: 2 })
  expect(await takeNextHandoff(cast.sara, {}, at(3))).toMatchObject({ id: first.id, passedOver: 0 })
  await assignLead(cast.max, { leadId: fifth.leadId, rep: cast.sara.id }, at(3))
  expect(await acceptHandoff(cast.sam, { handoffId: fourth.id }, at(4))).toMatchObject({ passedOver: 1 })
  expect(await acceptHandoff(cast.sara, { handoffId: second.id }, at(4))).toMatchObject({ passedOver: 0 })
  const rows = await db.handoff.findMany({ orderBy: { offeredAt: 'asc' } })
  expect(rows.map(({ passedOver, passedOverSince }) => [passedOver, passedOverSince])).toEqual([
    [0, null],
    [0, null],
    [2, at(0).now],
    [1, at(0.5).now],
    [null, null],
  ])

  const books = await openBooks(cast.max, {}, at(5).now)
  const report = handoffReport(books)
  expect(report.picks).toEqual({
    picks: 4,
    outOfOrder: 2,
    medianPassedMs: 3.25 * hour,
    longestPassedMs: 3.5 * hour,
  })
  const byRep = (await repReport(books)).map(({ name, accepted, picks, outOfOrder }) => ({
    [name]: [accepted, picks, outOfOrder],
  }))
  expect(byRep).toEqual([{ Sara: [3, 2, 0] }, { Sam: [2, 2, 2] }])

  const listed = await listHandoffs(cast.max, { filters: { passedOver: true, rep: cast.sam.id } })
  expect(listed.data.map(({ id }) => id).toSorted()).toEqual([third.id, fourth.id].toSorted())
  const { data } = await api.max('GET', '/handoffs?passedOver=false')
  expect(data.data.map(({ id }) => id).toSorted()).toEqual([first.id, second.id].toSorted())
  // As of before it happened nobody had chosen.
  const before = handoffReport(await openBooks(cast.max, { asOf: at(2.5).now.toISOString() }, at(5).now))
  expect(before.picks).toMatchObject({ picks: 0, outOfOrder: 0, medianPassedMs: null })
})
