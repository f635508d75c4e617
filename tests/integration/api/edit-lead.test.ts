import { beforeAll, describe, expect, test } from 'vitest'
import { apiOf, type Client } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'

let api: Record<keyof Cast, Client>
let made = 0
beforeAll(async () => {
  ;({ api } = await apiOf())
})

const newLead = async (client: Client, facts = {}) =>
  (await client('POST', '/leads', { body: { email: `lead${++made}@norrland.example`, ...facts } })).data

describe('PATCH /leads/{id}', () => {
  const patch = (id: string, body: object, match?: string, as = api.mia) =>
    as('PATCH', `/leads/${id}`, { body, headers: match === undefined ? {} : { 'if-match': match } })

  test('needs If-Match, takes what HTTP means by it, and moves the ETag', async () => {
    const { id } = await newLead(api.mia)
    expect((await patch(id, { title: 'a' })).status).toBe(428)
    for (const match of ['"2"', 'W/"1"', '1', '""', '"x"', '"1', '"2", "3"', '"99999999999999999999"', ''])
      expect([match, (await patch(id, { title: 'a' }, match)).status]).toEqual([match, 412])
    const done = await patch(id, { title: 'a' }, '"1"')
    expect([done.status, done.data.title, done.headers.get('etag')]).toEqual([200, 'a', '"2"'])
    expect((await patch(id, { title: 'b' }, '"1"')).status).toBe(412)
    expect((await patch(id, { title: 'b' }, '"7" , "2"')).status).toBe(200)
    expect((await patch(id, { title: 'c' }, '*')).headers.get('etag')).toBe('"4"')
    expect((await patch(id, { title: 'c' }, '"4"')).headers.get('etag')).toBe('"4"')
    expect((await patch(id, {}, '"4"')).status).toBe(200)
  })

  test('takes the fields of POST, null takes a fact away, and refusals name fields as the body has them', async () => {
    const { id } = await newLead(api.mia, {
      firstName: 'Ada',
      title: 'CEO',
      tags: ['a'],
      value: 5,
      company: { name: 'Ada AB' },
      details: { a: 1 },
    })
    const cleared = { title: null, tags: null, value: null, company: null, details: null, email: null }
    expect((await patch(id, cleared, '*')).data).toMatchObject({ ...cleared, tags: [], details: {}, firstName: 'Ada' })
    const refused = await patch(id, { stage: 'HOT', value: -1, company: { domain: '?' } }, '*')
    expect(refused.data.errors.map(({ path }) => path).sort()).toEqual(['company.domain', 'stage', 'value'])
    expect((await patch(id, { firstName: null }, '*')).status).toBe(422)
    const other = await newLead(api.mia)
    expect((await patch(id, { email: other.email }, '*')).status).toBe(409)
    expect((await patch('018f0000-0000-7000-8000-000000000000', {}, '"1"')).status).toBe(404)
  })

  test('of one version by ten at once: one wins, nine are told', async () => {
    const { id } = await newLead(api.mia)
    const all = await Promise.all(Array.from({ length: 10 }, (_, n) => patch(id, { title: `by ${n}` }, '"1"')))
    expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)])
    const winner = all.find(({ status }) => status === 200)
    expect((await api.mia('GET', `/leads/${id}`)).data).toEqual(winner?.data)
  })

  test('by a rep is for leads that are theirs', async () => {
    const { id } = await newLead(api.sara)
    expect((await patch(id, { title: 'x' }, '*', api.sara)).status).toBe(200)
    const { id: offered } = await newLead(api.mia)
    await api.mia('POST', `/leads/${offered}/handoff`, { body: { note: 'call' } })
    expect((await patch(offered, { title: 'x' }, '*', api.sara)).status).toBe(403)
  })
})
