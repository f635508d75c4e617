import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { cancelBulkAction } from '@/lib/bulk/cancel-bulk-action'
import { previewTouch } from '@/lib/bulk/preview-touch'
import { getBulkAction, listExceptions } from '@/lib/bulk/queries'
import { runBulkAction } from '@/lib/bulk/run-bulk-action'
import { startBulkAction } from '@/lib/bulk/start-bulk-action'
import { undoBulkAction } from '@/lib/bulk/undo-bulk-action'
import { createCampaign } from '@/lib/campaigns/create-campaign'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { createLead } from '@/lib/leads/create-lead'
import { markDoNotContact } from '@/lib/leads/mark-do-not-contact'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { type Cast, castOf } from '@/tests/integration/cast'
import { replayFromRows } from '@/tests/integration/touchpoints/independent-replay'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

const never = new AbortController().signal
let made = 0

/** A lead with so many touches, each on a day of its own before today. */
async function leadWith(touches: number, tag: string): Promise<string> {
  const { id } = await createLead(cast.mia, { externalId: `bulk ${++made}`, tags: [tag] })
  for (let n = touches; n > 0; n--)
    await logTouch(cast.mia, { leadId: id, channel: 'email', occurredAt: new Date(Date.now() - n * 86_400_000) })
  return id
}

const fairOf = async (name: string) => (await createCampaign(cast.mia, { name, channel: 'networking' })).id
const touchOf = (campaignId: string) => ({ kind: 'touch', channel: 'networking', campaignId })

async function doneBy(actor: Actor, input: object) {
  const { id } = await startBulkAction(actor, input)
  await runBulkAction(id, never)
  return getBulkAction(actor, id)
}

const stateOf = (leadId: string) => db.leadState.findUniqueOrThrow({ where: { leadId } })

test('a campaign touch does what its preview said: warm ones reach Sales, unwanted contact is refused', async () => {
  const fair = await fairOf('Hannover')
  const [cold, almost, warm] = await Promise.all([leadWith(0, 'fair'), leadWith(2, 'fair'), leadWith(4, 'fair')])
  const unwanted = await leadWith(2, 'fair')
  await markDoNotContact(cast.mia, { leadId: unwanted, doNotContact: true })
  const order = { filter: { tag: 'fair' }, action: touchOf(fair) }
  const preview = await previewTouch(cast.mia, order)
  expect(preview).toEqual({
    matched: 4,
    new: 3,
    alreadyTouched: 0,
    suppressed: 1,
    willBecomeWarm: 1,
    willBecomeHot: 1,
    willBeOffered: 1,
  })
  expect(await doneBy(cast.mia, order)).toMatchObject({
    status: 'done',
    matched: 4,
    changed: 3,
    skipped: 0,
    refused: 1,
  })
  expect((await stateOf(cold)).touchCount).toBe(1)
  expect(await stateOf(almost)).toMatchObject({ stage: 'WARM', desk: 'QUEUE' })
  expect(await stateOf(warm)).toMatchObject({ stage: 'HOT' })
  expect(await stateOf(unwanted)).toMatchObject({ touchCount: 2, stage: 'COLD' })
})

test('sent twice it counts once, also at once; a touch that was voided may be logged again', async () => {
  const fair = await fairOf('Twice')
  const leadId = await leadWith(1, 'twice')
  const order = { leadIds: [leadId], action: touchOf(fair) }
  const results = await Promise.all([doneBy(cast.mia, order), doneBy(cast.max, order), doneBy(cast.mia, order)])
  expect(results.map(({ changed }) => changed).toSorted()).toEqual([0, 0, 1])
  expect((await stateOf(leadId)).touchCount).toBe(2)
  expect(await previewTouch(cast.mia, order)).toMatchObject({ matched: 1, new: 0, alreadyTouched: 1 })
  const first = results.find(({ changed }) => changed === 1)
  await undoBulkAction(cast.max, { bulkActionId: first?.id })
  await runBulkAction(first?.id ?? '', never)
  expect(await doneBy(cast.mia, order)).toMatchObject({ changed: 1 })
})

test('undone it voids exactly its touches: an open offer goes, an accepted lead stays with its rep, and it says so', async () => {
  const fair = await fairOf('Undone')
  const [waits, accepted] = await Promise.all([leadWith(2, 'undo'), leadWith(2, 'undo')])
  const { id } = await doneBy(cast.mia, { filter: { tag: 'undo' }, action: touchOf(fair) })
  const handoff = await db.handoff.findFirstOrThrow({ where: { leadId: accepted, status: 'WAITING' } })
  await acceptHandoff(cast.sam, { handoffId: handoff.id })
  await logTouch(cast.mia, { leadId: waits, channel: 'webinar', occurredAt: new Date(Date.now() - 5 * 86_400_000) })
  await logTouch(cast.mia, { leadId: waits, channel: 'webinar' })
  await expect(undoBulkAction(cast.sam, { bulkActionId: id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await undoBulkAction(cast.mia, { bulkActionId: id })
  await runBulkAction(id, never)
  expect(await getBulkAction(cast.mia, id)).toMatchObject({ status: 'undone', voided: 2 })
  // Four touches of its own keep this one warm, and so its offer.
  expect(await stateOf(waits)).toMatchObject({ touchCount: 4, desk: 'QUEUE' })
  expect(await stateOf(accepted)).toMatchObject({ touchCount: 2, stage: 'COLD', desk: 'SALES', repId: cast.sam.id })
  expect(await listExceptions(cast.mia, id, 10)).toMatchObject([
    { lead: { id: accepted }, fate: 'kept', why: 'Sam has accepted it, so it stays there.' },
  ])
  for (const leadId of [waits, accepted])
    expect(await stateOf(leadId)).toMatchObject(await replayFromRows(leadId, new Date()))
  await expect(undoBulkAction(cast.mia, { bulkActionId: id })).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('an offer that nobody accepted is withdrawn with the touches that made it; a day later nothing is undone', async () => {
  const fair = await fairOf('Withdrawn')
  const leadId = await leadWith(2, 'gone')
  const { id } = await doneBy(cast.mia, { leadIds: [leadId], action: touchOf(fair) })
  const later = new Date(Date.now() + 24 * 3_600_000 + 1000)
  await expect(undoBulkAction(cast.mia, { bulkActionId: id }, { now: later })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await undoBulkAction(cast.mia, { bulkActionId: id })
  await runBulkAction(id, never)
  expect(await stateOf(leadId)).toMatchObject({ stage: 'COLD', desk: 'MARKETING' })
  expect(await db.handoff.findMany({ where: { leadId }, select: { status: true } })).toEqual([{ status: 'WITHDRAWN' }])
})

test('an action that is stopped, taken up by two processes and begun again does each lead once', async () => {
  const fair = await fairOf('Crowd')
  await db.$executeRaw`
    with l as (insert into lead (external_id, tags, created_by_id) select 'crowd ' || n, '{crowd}', ${cast.mia.id}::uuid
      from generate_series(1, 1700) n returning id)
    insert into lead_state (lead_id, policy_version) select id, (select max(version) from scoring_policy) from l`
  const { id } = await startBulkAction(cast.mia, { filter: { tag: 'crowd' }, action: touchOf(fair) })
  const stopped = new AbortController()
  const first = runBulkAction(id, stopped.signal)
  stopped.abort()
  await Promise.all([first, runBulkAction(id, never), runBulkAction(id, never)])
  await runBulkAction(id, never)
  expect(await getBulkAction(cast.mia, id)).toMatchObject({ status: 'done', matched: 1700, changed: 1700 })
  expect(await db.touchpoint.count({ where: { bulkActionId: id } })).toBe(1700)
  expect(await db.leadState.count({ where: { touchCount: 1, lead: { tags: { has: 'crowd' } } } })).toBe(1700)
  expect(await db.activity.count({ where: { type: 'touch_logged', lead: { tags: { has: 'crowd' } } } })).toBe(1700)
})

test('a cancelled action stops between two chunks', async () => {
  const fair = await fairOf('Cancelled')
  const { id } = await startBulkAction(cast.mia, { filter: { tag: 'crowd' }, action: touchOf(fair) })
  await cancelBulkAction(cast.mia, { bulkActionId: id })
  await runBulkAction(id, never)
  expect(await getBulkAction(cast.mia, id)).toMatchObject({ status: 'cancelled', changed: 0 })
})

test('the preview counts by the policy: caps of a day and channels that do not count', async () => {
  const fair = await fairOf('Capped')
  const leadId = await leadWith(2, 'capped')
  const order = { leadIds: [leadId], action: touchOf(fair) }
  expect(await previewTouch(cast.mia, order)).toMatchObject({ willBecomeWarm: 1 })
  const policy = await db.scoringPolicy.findFirstOrThrow({ orderBy: { version: 'desc' } })
  await db.scoringPolicy.update({
    where: { version: policy.version },
    data: { channels: { networking: { counts: 'engaged', dailyCap: 1 } } },
  })
  expect(await previewTouch(cast.mia, order)).toMatchObject({ new: 1, willBecomeWarm: 0 })
  const engaged = { ...order, action: { ...order.action, engaged: true } }
  expect(await previewTouch(cast.mia, engaged)).toMatchObject({ willBecomeWarm: 1 })
  await logTouch(cast.mia, { leadId, channel: 'networking', engaged: true })
  expect(await previewTouch(cast.mia, engaged)).toMatchObject({ willBecomeWarm: 0, willBecomeHot: 0 })
  await db.scoringPolicy.update({ where: { version: policy.version }, data: { channels: {} } })
})

test('nobody is touched by a choice that is none, by a rep, or in the future', async () => {
  const fair = await fairOf('Refused')
  const action = touchOf(fair)
  await expect(startBulkAction(cast.mia, { action })).rejects.toMatchObject({ code: 'INVALID' })
  await expect(startBulkAction(cast.mia, { leadIds: [], action })).rejects.toMatchObject({ code: 'INVALID' })
  await expect(startBulkAction(cast.mia, { filter: { tag: 'none such' }, action })).rejects.toMatchObject({
    fields: { leadIds: expect.stringContaining('No lead is chosen') },
  })
  await expect(startBulkAction(cast.sam, { filter: {}, action })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const occurredAt = new Date(Date.now() + 3_600_000)
  await expect(
    startBulkAction(cast.mia, { filter: { tag: 'crowd' }, action: { ...action, occurredAt } }),
  ).rejects.toMatchObject({ code: 'INVALID' })
})
