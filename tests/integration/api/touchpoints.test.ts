import { beforeAll, expect, test } from 'vitest'
import { apiOf, type Client } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'

let api: Record<keyof Cast, Client>
let cast: Cast
let made = 0
beforeAll(async () => {
  ;({ api, cast } = await apiOf())
})

const nobody = '018f0000-0000-7000-8000-000000000000'
const newLead = async (client = api.mia) =>
  (await client('POST', '/leads', { body: { email: `lead${++made}@norrland.example` } })).data.id
const touch = (id: string, body: object, as = api.mia) => as('POST', `/leads/${id}/touchpoints`, { body })

test('a touch is logged with what was left out settled, and answers with the lead as it stands then', async () => {
  const id = await newLead()
  const { status, data } = await touch(id, { channel: 'Email' })
  expect(status).toBe(201)
  expect(data.touchpoint).toMatchObject({
    leadId: id,
    channel: 'email',
    team: 'marketing',
    direction: 'outbound',
    engaged: false,
    campaignId: null,
    loggedBy: { id: cast.mia.id, name: 'Mia' },
    note: null,
    voidedAt: null,
  })
  expect(data.lead).toMatchObject({ touchCount: 1, stage: 'COLD', marketingTouchCount: 1 })
  const inbound = await touch(id, {
    channel: 'web_form',
    direction: 'inbound',
    engaged: false,
    occurredAt: '2026-10-01T12:00:00+02:00',
    note: 'asked for a price',
    externalId: 'form-7',
  })
  expect(inbound.data.touchpoint).toMatchObject({
    engaged: true,
    occurredAt: '2026-10-01T10:00:00.000Z',
    externalId: 'form-7',
  })
  expect((await touch(id, { channel: 'meeting' })).data.lead).toMatchObject({
    stage: 'WARM',
    desk: 'QUEUE',
    touchCount: 3,
    salesTouchCount: 1,
  })
  expect((await touch(id, { channel: 'email', externalId: 'form-7' })).status).toBe(409)
})

test('a touch is refused where it lies in the future, or a field is not what it should be', async () => {
  const id = await newLead()
  const refused: [object, string][] = [
    [{}, 'channel'],
    [{ channel: 'pigeon' }, 'channel'],
    [{ channel: ['email'] }, 'channel'],
    [{ channel: 'email', direction: 'sideways' }, 'direction'],
    [{ channel: 'email', engaged: 'yes' }, 'engaged'],
    ...[
      '2199-12-31T00:00:00Z',
      '2026-02-30T00:00:00Z',
      '0000-01-01T00:00:00Z',
      '+275760-09-13T00:00:00Z',
      '2026-01-01',
      '1767225600',
      1767225600,
      null,
    ].map((occurredAt): [object, string] => [{ channel: 'email', occurredAt }, 'occurredAt']),
    [{ channel: 'email', occurredAt: new Date(Date.now() + 3_600_000).toISOString() }, 'occurredAt'],
    [{ channel: 'email', campaignId: 'spring' }, 'campaignId'],
    [{ channel: 'email', campaignId: nobody }, 'campaignId'],
    [{ channel: 'email', note: 'x'.repeat(5001) }, 'note'],
    [{ channel: 'email', leadId: id }, 'leadId'],
    [{ channel: 'email', loggedAt: '2026-01-01T00:00:00Z' }, 'loggedAt'],
  ]
  for (const [body, path] of refused) {
    const { status, data } = await touch(id, body)
    expect([body, status, data.errors?.map((error) => error.path)]).toEqual([body, 422, [path]])
  }
  expect((await touch(nobody, { channel: 'email' })).status).toBe(404)
  expect((await api.mia('GET', `/leads/${id}`)).data.touchCount).toBe(0)
})

test('a touch is voided by who logged it or a manager, once, and stays in the list, marked', async () => {
  const id = await newLead()
  const { touchpoint } = (await touch(id, { channel: 'email' })).data
  const path = `/touchpoints/${touchpoint?.id}`
  expect((await api.sam('DELETE', path)).status).toBe(404)
  expect((await api.mia('DELETE', `/touchpoints/${nobody}`)).status).toBe(404)
  const voided = await api.mia('DELETE', path)
  expect([voided.status, voided.data]).toEqual([
    200,
    { lead: expect.objectContaining({ id, touchCount: 0 }) as unknown },
  ])
  expect((await api.max('DELETE', path)).status).toBe(409)
  const { data } = await api.mia('GET', `/leads/${id}/touchpoints`)
  expect(data.data).toMatchObject([{ id: touchpoint?.id, voidedAt: expect.any(String) as string }])
  const byMax = (await touch(id, { channel: 'email' }, api.max)).data.touchpoint
  expect((await api.mia('DELETE', `/touchpoints/${byMax?.id}`)).status).toBe(403)
})

test("a lead's touches and its history are lists, the latest first", async () => {
  const id = await newLead()
  for (const day of ['03', '01', '02']) await touch(id, { channel: 'email', occurredAt: `2026-10-${day}T10:00:00Z` })
  const touches = await api.mia('GET', `/leads/${id}/touchpoints?limit=2`)
  expect(touches.data.data.map(({ occurredAt }) => String(occurredAt).slice(8, 10))).toEqual(['03', '02'])
  const rest = await api.mia('GET', `/leads/${id}/touchpoints?limit=2&cursor=${touches.data.nextCursor}`)
  expect([rest.data.data.map(({ occurredAt }) => String(occurredAt).slice(8, 10)), rest.data.nextCursor]).toEqual([
    ['01'],
    null,
  ])
  const { data } = await api.mia('GET', `/leads/${id}/activity`)
  expect(data.data.map(({ type }) => type)).toEqual([
    'lead_offered',
    'stage_changed',
    'touch_logged',
    'touch_logged',
    'touch_logged',
    'lead_created',
  ])
  expect(data.data.at(-1)).toMatchObject({
    leadId: id,
    actor: { id: cast.mia.id, name: 'Mia' },
    at: expect.any(String) as string,
  })
  expect(data.data[0]).toMatchObject({ actor: null, data: { origin: 'automatic' } })
})
