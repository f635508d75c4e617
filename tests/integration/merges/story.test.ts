import { beforeAll, expect, test } from 'vitest'
import { runBulkAction } from '@/lib/bulk/run-bulk-action'
import { startBulkAction } from '@/lib/bulk/start-bulk-action'
import { undoBulkAction } from '@/lib/bulk/undo-bulk-action'
import { createCampaign } from '@/lib/campaigns/create-campaign'
import { db } from '@/lib/db'
import type { DomainError } from '@/lib/errors'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { deleteLead } from '@/lib/leads/delete-lead'
import { editLead } from '@/lib/leads/edit-lead'
import { lockLeads } from '@/lib/leads/lock-leads'
import { findLead, getLead } from '@/lib/leads/queries'
import { mergeLeads } from '@/lib/merges/merge-leads'
import { undoMerge } from '@/lib/merges/undo-merge'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { recordTouchpoints } from '@/lib/touchpoints/record-touchpoints'
import { type Cast, castOf } from '@/tests/integration/cast'
import { importFile } from '@/tests/integration/imports/file-import'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

let made = 0

/** A lead with facts and so many touches. */
async function leadWith(touches: number, facts: object = {}) {
  const { id } = await createLead(cast.mia, { firstName: `Anna ${++made}`, ...facts })
  for (let n = touches; n > 0; n--)
    await logTouch(cast.mia, { leadId: id, channel: 'email', occurredAt: new Date(Date.now() - n * 86_400_000) })
  return id
}

const merge = (keptId: string, goneId: string, more: object = {}) => mergeLeads(cast.max, { keptId, goneId, ...more })

test('two leads become one: the touches of both count, facts are as chosen, the other is gone', async () => {
  const anna = await leadWith(2, { email: 'anna@berg.example', tags: ['fair'], details: { size: 10 } })
  const ana = await leadWith(3, {
    phone: '+46 8 123 456 78',
    email: 'ana@berg.example',
    tags: ['vip'],
    details: { size: 9, city: 'Ulm' },
  })
  const { lead } = await merge(anna, ana, { fields: { email: 'gone' } })
  expect(lead).toMatchObject({
    email: 'ana@berg.example',
    phone: '+46 8 123 456 78',
    tags: ['fair', 'vip'],
    details: { size: 10, city: 'Ulm' },
    touchCount: 5,
    stage: 'HOT',
    desk: 'QUEUE',
  })
  expect(await findLead(cast.max, ana)).toBeNull()
  const lines = await db.activity.findMany({ where: { leadId: anna, type: 'leads_merged' } })
  expect(lines[0]?.data).toMatchObject({ goneId: ana, leftOut: { email: 'anna@berg.example' } })
})

test('two warm ones that nobody was offered for are not offered by their merge', async () => {
  const [one, other] = [await leadWith(2), await leadWith(2)]
  const { lead } = await merge(one, other)
  expect(lead).toMatchObject({ touchCount: 4, stage: 'WARM', desk: 'MARKETING' })
  await logTouch(cast.mia, { leadId: one, channel: 'webinar' })
  expect(await getLead(cast.mia, one)).toMatchObject({ stage: 'HOT', desk: 'MARKETING' })
})

test('of two handoffs that are open the chosen one goes on, the other ends with a line that says why', async () => {
  const [sams, saras] = [await leadWith(0), await leadWith(0)]
  for (const [leadId, rep] of [
    [sams, cast.sam],
    [saras, cast.sara],
  ] as const) {
    const { id: handoffId } = await offerLead(cast.mia, { leadId })
    await acceptHandoff(rep, { handoffId })
  }
  const { mergeId, lead } = await merge(sams, saras, { fields: { standing: 'gone' } })
  expect(lead).toMatchObject({ desk: 'SALES', rep: { name: 'Sara' } })
  const statuses = async (leadId: string) =>
    (await db.handoff.findMany({ where: { leadId }, orderBy: { id: 'asc' } })).map(({ status }) => status)
  expect(await statuses(sams)).toEqual(['CLOSED', 'ACCEPTED'])
  const ended = await db.activity.findMany({ where: { leadId: sams, type: 'handoff_ended' } })
  expect(ended.map(({ data }) => data)).toEqual([{ why: 'lead_merged', rep: 'Sam' }])

  const undone = await undoMerge(cast.max, { mergeId })
  expect(undone.lead.rep?.name).toBe('Sam')
  expect(undone.back.rep?.name).toBe('Sara')
  expect([await statuses(sams), await statuses(saras)]).toEqual([['ACCEPTED'], ['ACCEPTED']])
})

test('marketers and reps do not merge', async () => {
  const [one, other] = [await leadWith(0), await leadWith(0)]
  for (const who of [cast.mia, cast.sam])
    await expect(mergeLeads(who, { keptId: one, goneId: other })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const { mergeId } = await merge(one, other)
  await expect(undoMerge(cast.mia, { mergeId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('a lead is not merged with itself, with a deleted one, or by what was read before somebody edited it', async () => {
  const [one, other, deleted] = [await leadWith(0), await leadWith(0), await leadWith(0)]
  await deleteLead(cast.max, { leadId: deleted })
  await expect(merge(one, one)).rejects.toMatchObject({ code: 'INVALID' })
  await expect(merge(one, deleted)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(merge(one, crypto.randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(merge(one, other, { fields: { stage: 'gone' } })).rejects.toMatchObject({ code: 'INVALID' })
  await editLead(cast.mia, { leadId: other, version: 1, changes: { title: 'CTO' } })
  await expect(merge(one, other, { versions: { kept: 1, gone: 1 } })).rejects.toMatchObject({ code: 'STALE' })
})

test('two managers merge the same pair at once, one each way: one wins, the other is told who did', async () => {
  const [one, other] = [await leadWith(1), await leadWith(1)]
  const tries = await Promise.allSettled([
    mergeLeads(cast.max, { keptId: one, goneId: other }),
    mergeLeads(cast.ada, { keptId: other, goneId: one }),
    mergeLeads(cast.max, { keptId: one, goneId: other }),
  ])
  const refused = tries.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []))
  expect(refused).toHaveLength(2)
  for (const error of refused)
    expect(error.message).toMatch(/^(You have|Max has|Ada has) merged Anna \d+ into Anna \d+/)
  expect(await db.merge.count({ where: { goneId: { in: [one, other] } } })).toBe(1)
})

/** Until so many of this database's connections wait for a lock. */
const waiting = (count: number) =>
  expect
    .poll(async () => {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`
      return row?.count
    })
    .toBe(count)

test('a touch that is logged while its lead is merged away is refused, never lost on a lead that is gone', async () => {
  const [one, other] = [await leadWith(0), await leadWith(0)]
  const underWay = await db.$transaction(
    async (tx) => {
      await lockLeads(tx, [other])
      const merging = merge(one, other)
      await waiting(1)
      const touching = logTouch(cast.mia, { leadId: other, channel: 'email' })
      await waiting(2)
      return [merging, touching.catch((error: DomainError) => error.code)]
    },
    { timeout: 20_000 },
  )
  expect(await Promise.all(underWay)).toMatchObject([{ lead: { touchCount: 0 } }, 'NOT_FOUND'])
  const touch = {
    leadId: other,
    channel: 'email',
    direction: 'outbound',
    engaged: false,
    occurredAt: new Date(),
  } as const
  const recording = { loggedById: cast.mia.id, now: new Date(), offersRisen: false }
  await expect(db.$transaction((tx) => recordTouchpoints(tx, [touch], recording))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  expect(await db.touchpoint.count({ where: { leadId: other } })).toBe(0)
})

test('an import and a new lead recognise the kept lead by what the gone one was known by, through every merge', async () => {
  const kept = await leadWith(0, { externalId: 'K', email: 'k@two.example' })
  const gone = await leadWith(0, { externalId: 'G', email: 'g@two.example', phone: '1234567' })
  const last = await leadWith(0, { externalId: 'L' })
  await merge(kept, gone, { fields: { externalId: 'gone' } })
  const { mergeId } = await merge(last, kept)
  for (const facts of [
    { externalId: 'G' },
    { externalId: 'K' },
    { email: 'g@two.example' },
    { email: 'k@two.example' },
  ])
    await expect(createLead(cast.mia, facts)).rejects.toMatchObject({ code: 'CONFLICT', about: { id: last } })

  const file =
    'externalId,email,firstName,title\nG,g@two.example,Gustav,CEO\nK,,Karl,CFO\nL,,,COO\nN,g@two.example,Nils,'
  expect(await importFile(cast.mia, file, { dryRun: true })).toMatchObject({ created: 1, updated: 3, failed: 0 })
  expect(await importFile(cast.mia, file)).toMatchObject({ created: 1, updated: 3, failed: 0 })
  expect(await getLead(cast.mia, last)).toMatchObject({ externalId: 'L', title: 'COO', email: 'k@two.example' })
  const touches = 'lead.externalId,lead.email,channel,occurredAt\nG,,email,2026-01-01\n,k@two.example,email,2026-01-02'
  expect(await importFile(cast.mia, touches, { kind: 'touchpoints' })).toMatchObject({ created: 2, failed: 0 })
  const outcomes = 'lead.externalId,outcome,closedAt\nK,won,2026-01-03'
  expect(await importFile(cast.max, outcomes, { kind: 'outcomes' })).toMatchObject({ created: 1, failed: 0 })
  expect(await getLead(cast.mia, last)).toMatchObject({ outcome: 'WON', touchCount: 2 })

  await undoMerge(cast.max, { mergeId })
  await expect(createLead(cast.mia, { externalId: 'G' })).rejects.toMatchObject({ about: { id: kept } })
  expect(await getLead(cast.mia, last)).toMatchObject({ outcome: 'WON', touchCount: 2 })
})

test('a chain of merges is undone from its end; what stands in the way of an undo is said', async () => {
  const [a, b, c] = [await leadWith(1), await leadWith(1), await leadWith(1)]
  const first = await merge(b, a)
  const second = await merge(c, b)
  expect(await getLead(cast.max, c)).toMatchObject({ touchCount: 3 })
  await expect(undoMerge(cast.max, { mergeId: first.mergeId })).rejects.toThrow(
    /was merged into .* since. Undo that merge first/,
  )
  await undoMerge(cast.max, { mergeId: second.mergeId })
  await undoMerge(cast.max, { mergeId: first.mergeId })
  for (const id of [a, b, c]) expect(await getLead(cast.max, id)).toMatchObject({ touchCount: 1 })
  await expect(undoMerge(cast.max, { mergeId: first.mergeId })).rejects.toThrow(/^You have undone this merge already/)

  const third = await merge(a, b)
  await deleteLead(cast.max, { leadId: a })
  await expect(undoMerge(cast.max, { mergeId: third.mergeId })).rejects.toThrow(/was deleted since/)
  await expect(undoMerge(cast.max, { mergeId: crypto.randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('an offer that came along and was accepted since keeps its lead together', async () => {
  const [one, waiting] = [await leadWith(0), await leadWith(0)]
  const { id: handoffId } = await offerLead(cast.mia, { leadId: waiting })
  const { mergeId } = await merge(one, waiting)
  await acceptHandoff(cast.sam, { handoffId })
  await expect(undoMerge(cast.max, { mergeId })).rejects.toThrow(
    /has moved on since the merge. Sam has this lead since/,
  )
})

test('what was logged, edited and decided on the kept lead since stays with it', async () => {
  const [one, other] = [await leadWith(1), await leadWith(1, { phone: '1234567', title: 'CEO' })]
  const { mergeId } = await merge(one, other)
  await logTouch(cast.mia, { leadId: one, channel: 'demo' })
  await editLead(cast.mia, { leadId: one, version: null, changes: { title: 'CTO' } })
  await closeLead(cast.max, { leadId: one, outcome: 'lost', reason: 'no_fit' })
  const { lead, back } = await undoMerge(cast.max, { mergeId })
  expect(lead).toMatchObject({ touchCount: 2, title: 'CTO', phone: null, outcome: 'LOST' })
  expect(back).toMatchObject({ touchCount: 1, title: 'CEO', phone: '1234567', outcome: 'OPEN' })
})

test('a bulk touch that is taken back is taken back from the lead that its lead became', async () => {
  const [one, other] = [await leadWith(0), await leadWith(0)]
  const { id: campaignId } = await createCampaign(cast.mia, { name: 'Fair', channel: 'networking' })
  const { id } = await startBulkAction(cast.mia, {
    leadIds: [other],
    action: { kind: 'touch', channel: 'networking', campaignId },
  })
  await runBulkAction(id, new AbortController().signal)
  await merge(one, other)
  expect(await getLead(cast.mia, one)).toMatchObject({ touchCount: 1 })
  await undoBulkAction(cast.mia, { bulkActionId: id })
  await runBulkAction(id, new AbortController().signal)
  expect(await getLead(cast.mia, one)).toMatchObject({ touchCount: 0 })
})
