import { beforeAll, expect, test } from 'vitest'
import { channelFigures } from '@/lib/campaigns/channel-figures'
import { figures } from '@/lib/campaigns/figure'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { deleteLead } from '@/lib/leads/delete-lead'
import { listLeads } from '@/lib/leads/list-leads'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { voidTouch } from '@/lib/touchpoints/void-touch'
import type { Channel } from '@/prisma/generated/enums'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
const zone = 'Europe/Stockholm'

const leadCalled = async (firstName: string) =>
  (await createLead(cast.mia, { firstName }, { now: new Date('2026-08-01T08:00:00Z') })).id

async function touch(leadId: string, channel: Channel, at: string, more: object = {}) {
  const { touchpoint } = await logTouch(cast.mia, { leadId, channel, ...more }, { now: new Date(at) })
  return touchpoint.id
}

beforeAll(async () => {
  cast = await castOf()
  await db.settings.upsert({ where: { id: 1 }, create: { id: 1, timeZone: zone }, update: { timeZone: zone } })
  const ines = await leadCalled('Ines')
  await touch(ines, 'email', '2026-08-30T09:00:00Z', { engaged: true })
  await touch(ines, 'email', '2026-09-02T09:00:00Z')
  await touch(ines, 'email', '2026-09-03T09:00:00Z')
  const { id } = await db.handoff.findFirstOrThrow({ where: { leadId: ines } })
  await acceptHandoff(cast.sam, { handoffId: id }, { now: new Date('2026-09-04T09:00:00Z') })
  await touch(ines, 'demo', '2026-09-05T09:00:00Z', { engaged: true })
  await touch(ines, 'demo', '2026-09-06T09:00:00Z')
  await closeLead(cast.sam, { leadId: ines, outcome: 'won' }, { now: new Date('2026-10-07T09:00:00Z') })

  // In Stockholm the first is in August and the second in October, in UTC both are in September.
  const edge = await leadCalled('Edge')
  await touch(edge, 'email', '2026-08-31T21:59:59Z')
  await touch(edge, 'webinar', '2026-09-30T22:00:00Z')
  const tom = await leadCalled('Tom')
  await touch(tom, 'email', '2026-09-10T09:00:00Z', { direction: 'inbound' })
  const voided = await touch(tom, 'webinar', '2026-09-11T09:00:00Z')
  await voidTouch(cast.mia, { touchpointId: voided })
  const deleted = await leadCalled('Deleted')
  await touch(deleted, 'email', '2026-09-10T09:00:00Z')
  await deleteLead(cast.max, { leadId: deleted })
})

const september = { from: '2026-09-01', to: '2026-10-01' }

test('a channel is told by the touches of the period alone, which begins at midnight of the company', async () => {
  expect(await channelFigures(cast.mia, september, zone)).toEqual([
    { channel: 'email', touches: 3, reach: 2, engaged: 1, warmed: 1, accepted: 1, hot: 0, won: 1 },
    { channel: 'demo', touches: 2, reach: 1, engaged: 1, warmed: 0, accepted: 0, hot: 1, won: 1 },
  ])
  expect(await channelFigures(cast.mia, { from: '2026-10-01' }, zone)).toMatchObject([{ channel: 'webinar', reach: 1 }])
  expect(await channelFigures(cast.mia, {}, zone)).toMatchObject([
    { channel: 'email', touches: 5, reach: 3, engaged: 2 },
    { channel: 'demo' },
    { channel: 'webinar' },
  ])
})

test('each figure of a channel is the number of the leads that it lists', async () => {
  for (const { from, to } of [september, { from: '2026-08-01', to: '2026-09-01' }])
    for (const { channel, ...row } of await channelFigures(cast.mia, { from, to }, zone))
      for (const channelFigure of figures) {
        const filters = { channel, channelFigure, touchedFrom: from, touchedTo: to }
        const { data } = await listLeads(cast.mia, { filters, limit: 200 })
        expect([channel, channelFigure, row[channelFigure]]).toEqual([channel, channelFigure, data.length])
      }
})

test('a rep does not read the channels', async () => {
  await expect(channelFigures(cast.sam, september, zone)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
