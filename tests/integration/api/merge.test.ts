import { beforeAll, expect, test } from 'vitest'
import { apiOf, type Client } from '@/tests/integration/api/client'

let api: Awaited<ReturnType<typeof apiOf>>['api']
let made = 0
const newLead = async (client: Client) =>
  (await client('POST', '/leads', { body: { email: `double${++made}@norrland.example`, title: `Role ${made}` } })).data

beforeAll(async () => {
  api = (await apiOf()).api
})

test('a manager merges two leads by the API: the other is gone, a second time says so', async () => {
  const [one, other] = [await newLead(api.mia), await newLead(api.mia)]
  const body = { with: other.id, fields: { title: 'gone' } }
  const merged = await api.max('POST', `/leads/${one.id}/merge`, { body })
  expect(merged.status).toBe(200)
  expect(merged.data).toMatchObject({ lead: { id: one.id, email: one.email, title: other.title, version: 2 } })
  expect(merged.headers.get('etag')).toBe('"2"')
  expect((await api.max('GET', `/leads/${other.id}`)).status).toBe(404)
  const again = await api.max('POST', `/leads/${one.id}/merge`, { body })
  expect([again.status, again.data.detail]).toEqual([409, expect.stringMatching(/^You have merged/)])
})

test('what is wrong with a merge is said of the fields as they were sent', async () => {
  const [one, other] = [await newLead(api.mia), await newLead(api.mia)]
  const tried = async (client: Client, body: object) => {
    const { status, data } = await client('POST', `/leads/${one.id}/merge`, { body })
    return [status, data.errors?.map(({ path }) => path)]
  }
  expect(await tried(api.mia, { with: other.id })).toEqual([403, undefined])
  expect(await tried(api.max, {})).toEqual([422, ['with']])
  expect(await tried(api.max, { goneId: other.id })).toEqual([422, ['goneId']])
  expect(await tried(api.max, { with: one.id })).toEqual([422, ['with']])
  expect(await tried(api.max, { with: 7 })).toEqual([422, ['with']])
  expect(await tried(api.max, { with: other.id, fields: { title: 'both' } })).toEqual([422, ['fields.title']])
  expect((await tried(api.max, { with: other.id, fields: { stage: 'kept' } }))[0]).toBe(422)
  expect(await tried(api.max, { with: other.id, versions: { kept: 1, gone: 9 } })).toEqual([412, undefined])
})
