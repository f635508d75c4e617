import { beforeAll, expect, test } from 'vitest'
import { getBulkAction, listExceptions } from '@/lib/bulk/queries'
import { runBulkAction } from '@/lib/bulk/run-bulk-action'
import { startBulkAction } from '@/lib/bulk/start-bulk-action'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/access/actor'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { deleteLead } from '@/lib/leads/delete-lead'
import { markDoNotContact } from '@/lib/leads/mark-do-not-contact'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

let made = 0
const leadOf = async (tags: string[] = []) => (await createLead(cast.mia, { externalId: `k${++made}`, tags })).id

/** Does the action to the leads: its counts, and why some were left as they were. */
async function done(actor: Actor, leadIds: string[], action: object) {
  const { id } = await startBulkAction(actor, { leadIds, action })
  await runBulkAction(id, new AbortController().signal)
  const { status, changed, skipped, refused } = await getBulkAction(actor, id)
  const left = await listExceptions(actor, id, 100)
  return { status, changed, skipped, refused, why: Object.fromEntries(left.map(({ lead, why }) => [lead.id, why])) }
}

test('tags are added and taken away, with a line of history each; who has them already is skipped', async () => {
  const [some, all] = [await leadOf(['old', 'x']), await leadOf(['new'])]
  const result = await done(cast.mia, [some, all], { kind: 'tag', add: ['new'], remove: ['old'] })
  expect(result).toEqual({
    status: 'done',
    changed: 1,
    skipped: 1,
    refused: 0,
    why: { [all]: 'Has these tags already.' },
  })
  const lead = await db.lead.findUniqueOrThrow({ where: { id: some } })
  expect(lead).toMatchObject({ tags: ['x', 'new'], version: 2 })
  const line = await db.activity.findFirstOrThrow({ where: { leadId: some, type: 'lead_edited' } })
  expect(line.data).toEqual({ changes: { tags: { from: ['old', 'x'], to: ['x', 'new'] } } })
})

test('a manager gives leads to an owner; a marketer may not, and a rep is no owner', async () => {
  const [one, two] = [await leadOf(), await leadOf()]
  await db.leadState.update({ where: { leadId: two }, data: { ownerId: cast.max.id } })
  expect(await done(cast.max, [one, two], { kind: 'owner', owner: cast.max.id })).toMatchObject({
    changed: 1,
    skipped: 1,
    why: { [two]: "Is Max's already." },
  })
  await expect(done(cast.mia, [one], { kind: 'owner', owner: cast.mia.id })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  await expect(done(cast.max, [one], { kind: 'owner', owner: cast.sam.id })).rejects.toMatchObject({ code: 'INVALID' })
})

test('of the chosen only those that can be are offered, and each other says why not', async () => {
  const [fine, closed, unwanted, waiting, gone] = await Promise.all([leadOf(), leadOf(), leadOf(), leadOf(), leadOf()])
  await closeLead(cast.max, { leadId: closed, outcome: 'won' })
  await markDoNotContact(cast.mia, { leadId: unwanted, doNotContact: true })
  await offerLead(cast.mia, { leadId: waiting })
  const { id } = await startBulkAction(cast.mia, {
    leadIds: [fine, closed, unwanted, waiting, gone],
    action: { kind: 'offer', note: 'From the fair' },
  })
  await deleteLead(cast.max, { leadId: gone })
  await runBulkAction(id, new AbortController().signal)
  expect(await getBulkAction(cast.mia, id)).toMatchObject({ matched: 5, changed: 1, skipped: 1, refused: 3 })
  const why = Object.fromEntries((await listExceptions(cast.mia, id, 9)).map(({ lead, why }) => [lead.id, why]))
  expect(why).toEqual({
    [closed]: 'Closed. Reopen it before it is offered.',
    [unwanted]: 'Marked do-not-contact.',
    [waiting]: 'Waits for Sales already.',
    [gone]: 'Deleted meanwhile.',
  })
  const handoff = await db.handoff.findFirstOrThrow({ where: { leadId: fine } })
  expect(handoff).toMatchObject({ status: 'WAITING', origin: 'manual', offerNote: 'From the fair' })
})

test('marking do-not-contact withdraws what waits for Sales; deleting is for managers', async () => {
  const [waiting, marked] = [await leadOf(), await leadOf()]
  await offerLead(cast.mia, { leadId: waiting })
  await markDoNotContact(cast.mia, { leadId: marked, doNotContact: true })
  const mark = { kind: 'do_not_contact', doNotContact: true }
  expect(await done(cast.mia, [waiting, marked], mark)).toMatchObject({ changed: 1, skipped: 1 })
  expect(await db.leadState.findUniqueOrThrow({ where: { leadId: waiting } })).toMatchObject({
    doNotContact: true,
    desk: 'MARKETING',
  })
  await expect(done(cast.mia, [marked], { kind: 'delete' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await done(cast.max, [waiting, marked], { kind: 'delete' })).toMatchObject({ changed: 2 })
  expect(await db.lead.count({ where: { id: { in: [waiting, marked] }, deletedAt: null } })).toBe(0)
})
