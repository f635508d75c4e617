import { beforeAll, expect, test } from 'vitest'
import { answerRepair } from '@/lib/handoffs/answer-repair'
import { countViews } from '@/lib/handoffs/count-views'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { settleRepair } from '@/lib/handoffs/settle-repair'
import { createLead } from '@/lib/leads/create-lead'
import { getLead } from '@/lib/leads/queries'
import { listNotifications } from '@/lib/notifications/list-notifications'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

const sendBack = (handoffId: string) => returnHandoff(cast.sara, { handoffId, kind: 'repair', reason: 'bad_data' })

/** A lead that Sara sent back for repair. */
async function sentBack() {
  const { id: leadId } = await createLead(cast.mia, { firstName: 'Ines' })
  const { id } = await offerLead(cast.mia, { leadId })
  await sendBack(id)
  return { leadId, handoffId: id }
}

async function disputed() {
  const sent = await sentBack()
  await answerRepair(cast.mia, { handoffId: sent.handoffId, answer: 'disputed', note: 'The number is right.' })
  return sent
}

test('a disputed repair that the manager wants looked at again waits for Sales, and both sides are told once', async () => {
  const { leadId, handoffId } = await disputed()
  const { settle } = await countViews(cast.max)
  const next = await settleRepair(cast.max, { handoffId, settlement: 'offered', note: 'Call the mobile.' })
  expect(next).toMatchObject({ status: 'WAITING', previousId: handoffId, offerNote: 'Call the mobile.' })
  expect((await getLead(cast.mia, leadId)).desk).toBe('QUEUE')
  expect((await countViews(cast.max)).settle).toBe(settle - 1)
  for (const told of [cast.mia, cast.sara]) {
    const { data } = await listNotifications(told, {})
    expect(data.filter(({ kind }) => kind === 'settled')).toHaveLength(1)
  }
  await expect(settleRepair(cast.max, { handoffId, settlement: 'kept' })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: 'Max has settled this repair.',
  })
})

test('what Marketing keeps leaves the list and stays with Marketing; a second repair is the manager’s too', async () => {
  const first = await disputed()
  await settleRepair(cast.max, { handoffId: first.handoffId, settlement: 'kept' })
  expect((await getLead(cast.mia, first.leadId)).desk).toBe('MARKETING')
  expect((await countViews(cast.max)).settle).toBe(0)

  const { handoffId } = await sentBack()
  await expect(settleRepair(cast.max, { handoffId, settlement: 'kept' })).rejects.toMatchObject({ code: 'CONFLICT' })
  const again = await answerRepair(cast.mia, { handoffId, answer: 'fixed' })
  await sendBack(again.id)
  expect(await countViews(cast.max)).toMatchObject({ settle: 1, answer: 1 })
  await settleRepair(cast.max, { handoffId: again.id, settlement: 'offered' })
  expect(await countViews(cast.max)).toMatchObject({ settle: 0, answer: 0 })
  await expect(answerRepair(cast.mia, { handoffId: again.id, answer: 'fixed' })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
})

test('two managers at once: one decides, and only managers do', async () => {
  const { handoffId } = await disputed()
  for (const who of [cast.mia, cast.sam])
    await expect(settleRepair(who, { handoffId, settlement: 'kept' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const tries = await Promise.allSettled(
    [cast.max, cast.ada, cast.max, cast.ada].map((who) => settleRepair(who, { handoffId, settlement: 'offered' })),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
