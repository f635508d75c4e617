import { beforeAll, expect, test } from 'vitest'
import { runBulkAction } from '@/lib/bulk/run-bulk-action'
import { apiOf, type Client } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'

let api: Record<keyof Cast, Client>
let campaignId: string
let leadIds: string[]
beforeAll(async () => {
  ;({ api } = await apiOf())
  const campaign = await api.mia('POST', '/campaigns', { body: { name: 'Hannover fair', channel: 'networking' } })
  campaignId = campaign.data.id
  leadIds = []
  for (const n of [1, 2, 3])
    leadIds.push((await api.mia('POST', '/leads', { body: { externalId: `f${n}`, tags: ['fair'] } })).data.id)
})

const touches = (body: unknown, as = api.mia, headers?: Record<string, string>) =>
  as('POST', `/campaigns/${campaignId}/touchpoints`, { body, headers })

test('a dry run counts and changes nothing; the same without it is a job that can be followed and undone', async () => {
  const { status, data } = await touches({ filter: { tag: 'fair', touchesMax: 2 }, dryRun: true })
  expect(status).toBe(200)
  expect(data).toMatchObject({
    matched: 3,
    new: 3,
    alreadyTouched: 0,
    suppressed: 0,
    willBecomeWarm: 0,
    willBecomeHot: 0,
  })
  expect((await api.mia('GET', `/leads/${leadIds[0]}`)).data).toMatchObject({ touchCount: 0 })
  const key = { 'Idempotency-Key': 'fair-1' }
  const job = await touches({ filter: { tag: 'fair' }, note: 'At our stand' }, api.mia, key)
  expect(job.status).toBe(202)
  expect(job.headers.get('location')).toBe(`/api/v1/jobs/${job.data.id}`)
  expect((await touches({ filter: { tag: 'fair' }, note: 'At our stand' }, api.mia, key)).data.id).toBe(job.data.id)
  await runBulkAction(job.data.id, new AbortController().signal)
  expect((await api.mia('GET', `/jobs/${job.data.id}`)).data).toMatchObject({
    kind: 'touch',
    status: 'done',
    matched: 3,
    changed: 3,
    skipped: 0,
    refused: 0,
  })
  expect((await api.mia('GET', `/campaigns/${campaignId}`)).data).toMatchObject({ reach: 3 })
  expect((await api.mia('POST', `/jobs/${job.data.id}/cancel`)).status).toBe(409)
  expect((await api.mia('POST', `/jobs/${job.data.id}/undo`)).data).toMatchObject({ status: 'undoing' })
  await runBulkAction(job.data.id, new AbortController().signal)
  expect((await api.mia('GET', `/jobs/${job.data.id}`)).data).toMatchObject({ status: 'undone', voided: 3 })
  expect((await api.mia('GET', `/campaigns/${campaignId}`)).data).toMatchObject({ reach: 0 })
})

test('what is wrong is refused by name, for a dry run as for the job', async () => {
  const refused: [unknown, string][] = [
    [{}, 'leadIds'],
    [{ leadIds, filter: {} }, 'leadIds'],
    [{ leadIds: [] }, 'leadIds'],
    [{ leadIds: 'all' }, 'leadIds'],
    [{ leadIds: ['x'] }, 'leadIds.0'],
    [{ filter: [] }, 'filter'],
    [{ filter: { stage: 'LUKEWARM' } }, 'filter.stage'],
    [{ filter: { tag: ['a', 'b'] } }, 'filter.tag'],
    [{ filter: { nothing: 1 } }, 'filter.nothing'],
    [{ leadIds, occurredAt: '2999-01-01T00:00:00Z' }, 'occurredAt'],
    [{ leadIds, channel: 'email' }, 'channel'],
    [{ leadIds, engaged: 'yes' }, 'engaged'],
    [{ leadIds, note: 'a\0b' }, 'note'],
  ]
  for (const [body, path] of refused)
    for (const dryRun of [true, false]) {
      const { status, data } = await touches({ ...(body as object), dryRun })
      expect([status, data.errors?.map((error) => error.path)], JSON.stringify(body)).toEqual([
        422,
        expect.arrayContaining([expect.stringContaining(path)]),
      ])
    }
  expect((await touches({ leadIds }, api.sam)).status).toBe(403)
  const nobody = '018f0000-0000-7000-8000-000000000000'
  expect((await api.mia('POST', `/campaigns/${nobody}/touchpoints`, { body: { leadIds } })).status).toBe(404)
  expect((await api.mia('GET', `/jobs/${nobody}`)).status).toBe(404)
  expect((await touches({ leadIds: [nobody] })).status).toBe(422)
})
