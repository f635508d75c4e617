import { beforeAll, expect, test } from 'vitest'
import { getBulkAction } from '@/lib/bulk/queries'
import { findHolding, listHeldOffers } from '@/lib/bulk/held-offers'
import { previewTouch } from '@/lib/bulk/preview-touch'
import { releaseHeldOffers } from '@/lib/bulk/release-held-offers'
import { runBulkAction } from '@/lib/bulk/run-bulk-action'
import { settleHeldOffers } from '@/lib/bulk/settle-held-offers'
import { startBulkAction } from '@/lib/bulk/start-bulk-action'
import { undoBulkAction } from '@/lib/bulk/undo-bulk-action'
import { db } from '@/lib/db'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { markDoNotContact } from '@/lib/leads/mark-do-not-contact'
import { mergeLeads } from '@/lib/merges/merge-leads'
import { undoMerge } from '@/lib/merges/undo-merge'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
  await db.settings.update({ where: { id: 1 }, data: { timeZone: 'Europe/Stockholm' } })
})

const never = new AbortController().signal
const tuesday = (clock: string) => new Date(`2031-03-04T${clock}+01:00`)
const later = (days: number, clock: string) => new Date(tuesday(clock).getTime() + days * 86_400_000)
let made = 0

/** A lead that the next touch makes warm, and more so when `more` are logged. */
async function almostWarm(tag: string): Promise<string> {
  const { id } = await createLead(cast.mia, { externalId: `pace ${++made}`, tags: [tag] })
  for (const n of [1, 2])
    await logTouch(cast.mia, { leadId: id, channel: 'email', occurredAt: new Date(Date.now() - n * 86_400_000) })
  return id
}

const almostWarmOnes = (count: number, tag: string) => Promise.all(Array.from({ length: count }, () => almostWarm(tag)))

const orderOf = (tag: string, offersPerDay: number) => ({
  filter: { tag },
  action: { kind: 'touch', channel: 'webinar', offersPerDay },
})

async function paced(tag: string, offersPerDay: number, now: Date) {
  const { id } = await startBulkAction(cast.mia, orderOf(tag, offersPerDay), { now })
  await runBulkAction(id, never, () => now)
  return id
}

const inQueue = (tag: string) => db.leadState.count({ where: { desk: 'QUEUE', lead: { tags: { has: tag } } } })

test('at most so many are offered a working day: as the preview said, the others in the mornings, none made up for', async () => {
  await almostWarmOnes(7, 'paced')
  const preview = await previewTouch(cast.mia, orderOf('paced', 2), tuesday('10:00'))
  expect(preview).toMatchObject({
    willBeOffered: 7,
    pace: { perDay: 2, today: 2, nextAt: later(1, '09:00'), lastAt: later(3, '09:00') },
  })
  const id = await paced('paced', 2, tuesday('10:00'))
  expect(await inQueue('paced')).toBe(2)
  expect((await getBulkAction(cast.mia, id, tuesday('10:00'))).offers).toMatchObject({ waiting: 5, offered: 2 })
  const days: [Date, number][] = [
    [tuesday('16:59'), 2],
    [later(1, '08:59'), 2],
    [later(1, '09:00'), 4],
    [later(1, '12:00'), 4],
    // Nothing ran on Thursday and Friday; the weekend is nobody's.
    [later(4, '12:00'), 4],
    [later(6, '09:00'), 6],
    [later(7, '09:00'), 7],
  ]
  for (const [now, expected] of days) {
    await releaseHeldOffers(now)
    expect([now, await inQueue('paced')]).toEqual([now, expected])
  }
  expect((await getBulkAction(cast.mia, id, later(7, '10:00'))).offers).toMatchObject({ waiting: 0, offered: 7 })
})

test('those with the most touches go first', async () => {
  const [one, other] = await almostWarmOnes(2, 'first')
  await paced('first', 1, tuesday('20:00'))
  await logTouch(cast.mia, { leadId: other ?? '', channel: 'email' }, { now: tuesday('21:00') })
  expect(await inQueue('first')).toBe(0)
  await releaseHeldOffers(later(1, '09:00'))
  const offered = await db.handoff.findMany({ where: { leadId: { in: [one ?? '', other ?? ''] } } })
  expect(offered).toMatchObject([{ leadId: other, origin: 'automatic', offeredById: null, offerTouchCount: 4 }])
})

test('an offer whose reason has gone is dropped, and says why; taken back, all of them are', async () => {
  const [closed, unwanted, byHand, ...rest] = await almostWarmOnes(5, 'dropped')
  const id = await paced('dropped', 10, tuesday('20:00'))
  expect(await findHolding(cast.mia, closed ?? '')).toEqual({ bulkActionId: id, campaign: null, perDay: 10 })
  await closeLead(cast.max, { leadId: closed, outcome: 'LOST', reason: 'no_fit' })
  await markDoNotContact(cast.mia, { leadId: unwanted, doNotContact: true })
  await offerLead(cast.mia, { leadId: byHand })
  await undoBulkAction(cast.mia, { bulkActionId: id }, { now: tuesday('21:00') })
  await runBulkAction(id, never, () => tuesday('21:00'))
  const { dropped } = await listHeldOffers(cast.mia, id, 10)
  const why = new Map(dropped.map(({ lead, why }) => [lead.id, why]))
  expect([closed, unwanted, byHand, ...rest].map((leadId) => why.get(leadId ?? ''))).toEqual([
    'Closed meanwhile.',
    'Marked do-not-contact.',
    'Waits for Sales already.',
    'Cold again: touches were taken back.',
    'Cold again: touches were taken back.',
  ])
  await releaseHeldOffers(later(1, '09:00'))
  expect((await getBulkAction(cast.mia, id)).offers).toMatchObject({ waiting: 0, offered: 0, dropped: 5 })
})

test('the waiting can be ended: all are offered at once, whatever the hour, or none', async () => {
  await almostWarmOnes(3, 'now')
  const id = await paced('now', 1, later(4, '12:00'))
  await settleHeldOffers(cast.mia, { bulkActionId: id, held: 'offer' })
  await runBulkAction(id, never, () => later(4, '13:00'))
  expect(await inQueue('now')).toBe(3)
  await expect(settleHeldOffers(cast.mia, { bulkActionId: id, held: 'drop' })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await almostWarmOnes(2, 'never')
  const other = await paced('never', 1, later(4, '12:00'))
  await expect(settleHeldOffers(cast.sam, { bulkActionId: other, held: 'drop' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  await settleHeldOffers(cast.mia, { bulkActionId: other, held: 'drop' })
  await releaseHeldOffers(later(6, '12:00'))
  expect(await inQueue('never')).toBe(0)
  expect((await listHeldOffers(cast.mia, other, 10)).dropped).toMatchObject([{ why: 'Mia let it go.' }, {}])
})

test('several processes that release at once offer no more than the pace', async () => {
  await almostWarmOnes(6, 'race')
  await paced('race', 2, tuesday('20:00'))
  await Promise.all(Array.from({ length: 6 }, () => releaseHeldOffers(later(1, '09:00'))))
  expect(await inQueue('race')).toBe(2)
})

test('leads offered by hand can have a pace too, with their note', async () => {
  const leadIds = await almostWarmOnes(3, 'by hand')
  const { id } = await startBulkAction(
    cast.mia,
    { leadIds, action: { kind: 'offer', note: 'From the fair', offersPerDay: 2 } },
    { now: tuesday('09:00') },
  )
  await runBulkAction(id, never, () => tuesday('09:00'))
  expect(await db.handoff.findMany({ where: { leadId: { in: leadIds } } })).toMatchObject(
    [1, 2].map(() => ({ origin: 'manual', offeredById: cast.mia.id, offerNote: 'From the fair' })),
  )
})

test('an offer that waits goes with its lead into another and back', async () => {
  const [goneId, keptId] = await almostWarmOnes(2, 'merged')
  await db.lead.update({ where: { id: keptId ?? '' }, data: { tags: [] } })
  const id = await paced('merged', 1, tuesday('20:00'))
  const waiting = async () => (await listHeldOffers(cast.mia, id, 10)).waiting.map(({ lead }) => lead.id)
  expect(await waiting()).toEqual([goneId])
  const { mergeId } = await mergeLeads(cast.max, { keptId, goneId })
  expect(await waiting()).toEqual([keptId])
  await undoMerge(cast.max, { mergeId })
  expect(await waiting()).toEqual([goneId])
})
