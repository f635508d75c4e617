import { beforeAll, expect, test } from 'vitest'
import { createCampaign } from '@/lib/campaigns/create-campaign'
import { campaignRatings } from '@/lib/campaigns/ratings'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { rateHandoff } from '@/lib/handoffs/rate-handoff'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { createLead } from '@/lib/leads/create-lead'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

let made = 0
/** A lead whose third touch, the one that makes it warm, is of the campaign. Returns its waiting handoff. */
async function warmedBy(campaignId: string) {
  const { id: leadId } = await createLead(cast.mia, { externalId: `quality ${++made}` })
  for (const day of [3, 2, 1])
    await logTouch(cast.mia, {
      leadId,
      channel: 'webinar',
      occurredAt: new Date(Date.now() - day * 86_400_000),
      ...(day === 1 ? { campaignId } : {}),
    })
  return (await db.handoff.findFirstOrThrow({ where: { leadId, status: 'WAITING' } })).id
}

test('Sales says how good a lead is, when it has it or sends it back, and Marketing reads it on the campaign', async () => {
  const [fair, other] = [
    (await createCampaign(cast.mia, { name: 'Fair', channel: 'webinar' })).id,
    (await createCampaign(cast.mia, { name: 'Other', channel: 'webinar' })).id,
  ]
  const [accepted, returned, unrated] = [await warmedBy(fair), await warmedBy(fair), await warmedBy(fair)]
  await expect(rateHandoff(cast.sam, { handoffId: accepted, quality: 'good' })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await acceptHandoff(cast.sam, { handoffId: accepted })
  await acceptHandoff(cast.sam, { handoffId: unrated })
  expect(await rateHandoff(cast.sam, { handoffId: accepted, quality: 'poor' })).toMatchObject({ quality: 'poor' })
  await rateHandoff(cast.sam, { handoffId: accepted, quality: 'good' })
  await rateHandoff(cast.sam, { handoffId: accepted, quality: 'good' })
  await expect(rateHandoff(cast.sara, { handoffId: accepted, quality: 'fair' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  await expect(rateHandoff(cast.mia, { handoffId: accepted, quality: 'fair' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  await returnHandoff(cast.sara, { handoffId: returned, kind: 'recycle', reason: 'no_budget', quality: 'fair' })
  await rateHandoff(cast.sara, { handoffId: returned, quality: 'poor' })
  expect(await campaignRatings(cast.mia, fair)).toEqual({ good: 1, fair: 0, poor: 1 })
  expect(await campaignRatings(cast.mia, other)).toEqual({ good: 0, fair: 0, poor: 0 })
  const lines = await db.activity.findMany({ where: { handoffId: accepted, type: 'handoff_rated' } })
  expect(lines.map(({ data }) => data)).toEqual([{ quality: 'poor' }, { quality: 'good' }])
})
