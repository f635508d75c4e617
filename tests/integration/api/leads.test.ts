import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { apiOf, type Client } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'

let api: Record<keyof Cast, Client>
let cast: Cast
let made = 0
beforeAll(async () => {
  ;({ api, cast } = await apiOf())
})

const newLead = async (client: Client, facts = {}) =>
  (await client('POST', '/leads', { body: { email: `lead${++made}@norrland.example`, ...facts } })).data

describe('POST /leads', () => {
  test('makes a lead: 201 with everything that GET has, its address and its ETag', async () => {
    const body = {
      firstName: ' Ines ',
      lastName: 'Berg',
      email: 'Ines@Norrland.example',
      phone: '+46 70 123',
      title: 'Head of purchasing',
      company: { name: 'Norrland Sågverk', domain: 'https://www.norrland.example/about' },
      externalId: 'crm-1',
      source: 'fair',
      value: 1234.567,
      currency: 'sek',
      tags: ['timber', 'north', 'timber'],
      details: { employees: 40, isFamilyOwned: true, note: 'likes fikas', constructor: null },
    }
    const { status, data, headers } = await api.mia('POST', '/leads', { body })
    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`/api/v1/leads/${data.id}`)
    expect(headers.get('etag')).toBe('"1"')
    expect(data).toMatchObject({
      name: 'Ines Berg',
      firstName: 'Ines',
      email: 'ines@norrland.example',
      company: { name: 'Norrland Sågverk', domain: 'norrland.example' },
      value: 1234.57,
      currency: 'SEK',
      tags: ['timber', 'north'],
      details: body.details,
      stage: 'COLD',
      outcome: 'OPEN',
      desk: 'MARKETING',
      touchCount: 0,
      lifetimeTouchCount: 0,
      marketingTouchCount: 0,
      salesTouchCount: 0,
      lastTouchAt: null,
      warmedAt: null,
      hotAt: null,
      closedAt: null,
      overTouched: false,
      owner: { id: cast.mia.id, name: 'Mia' },
      rep: null,
      version: 1,
    })
    const again = await api.mia('GET', `/leads/${data.id}`)
    expect([again.data, again.headers.get('etag')]).toEqual([data, '"1"'])
  })

  test('wants a name, an address or an external id, and each field as what it is', async () => {
    const refused: [object, string][] = [
      [{}, 'email'],
      [{ phone: '1' }, 'email'],
      [{ email: 'no address' }, 'email'],
      [{ email: null }, 'email'],
      [{ email: ['a@b.example'] }, 'email'],
      [{ firstName: 5 }, 'firstName'],
      [{ email: 'a@b.example', firstName: ' ' }, 'firstName'],
      [{ firstName: 'x'.repeat(101) }, 'firstName'],
      [{ firstName: 'a\u0000b' }, 'firstName'],
      [{ firstName: '\ud800' }, 'firstName'],
      [{ firstName: 'x', value: -1 }, 'value'],
      [{ firstName: 'x', value: '5' }, 'value'],
      [{ firstName: 'x', value: 1e300 }, 'value'],
      [{ firstName: 'x', currency: 'EURO' }, 'currency'],
      [{ firstName: 'x', company: {} }, 'company'],
      [{ firstName: 'x', company: { domain: 'no domain' } }, 'company.domain'],
      [{ firstName: 'x', company: 'Norrland' }, 'company'],
      [{ firstName: 'x', tags: 'a,b' }, 'tags'],
      [{ firstName: 'x', tags: [1] }, 'tags.0'],
      [{ firstName: 'x', details: { a: { b: 1 } } }, 'details.a'],
      [{ firstName: 'x', stage: 'HOT' }, 'stage'],
      [{ firstName: 'x', id: '1' }, 'id'],
    ]
    for (const [body, path] of refused) {
      const { status, data } = await api.mia('POST', '/leads', { body })
      expect([body, status, data.errors?.map((error) => error.path)]).toEqual([body, 422, [path]])
      expect(data.errors[0]?.message).toMatch(/^[A-Z].*\.$/)
    }
  })

  test('of a known lead is 409, naming it to those who may see it and to nobody else', async () => {
    const known = await newLead(api.mia, {
      firstName: 'Olle',
      lastName: 'Dahl',
      email: 'olle@dahl.example',
      externalId: 'olle-1',
    })
    for (const body of [
      { email: 'OLLE@dahl.example' },
      { externalId: 'olle-1' },
      { email: 'other@dahl.example', externalId: 'olle-1' },
    ]) {
      const { status, data } = await api.max('POST', '/leads', { body })
      expect([status, data.detail]).toEqual([409, expect.stringContaining(`Olle Dahl`)])
      expect(data.detail).toContain(known.id)
      const told = await api.sam('POST', '/leads', { body })
      expect([told.status, told.data.detail]).toEqual([409, 'This lead is already known. Ask Marketing.'])
    }
    const namesake = await api.mia('POST', '/leads', { body: { email: 'olle@dahl.example', externalId: 'olle-2' } })
    expect(namesake.status).toBe(201)
  })

  test('by a rep puts the lead on the SALES desk with that rep', async () => {
    expect(await newLead(api.sam)).toMatchObject({ desk: 'SALES', rep: { name: 'Sam' }, owner: null })
  })
})

test('what a rep may not see does not exist, whatever is tried', async () => {
  const { id } = await newLead(api.mia)
  const tries: [string, string, object?][] = [
    ['GET', `/leads/${id}`],
    ['HEAD', `/leads/${id}`],
    ['PATCH', `/leads/${id}`, { title: 'x' }],
    ['GET', `/leads/${id}/touchpoints`],
    ['POST', `/leads/${id}/touchpoints`, { channel: 'meeting' }],
    ['GET', `/leads/${id}/activity`],
    ['POST', `/leads/${id}/close`, { outcome: 'won' }],
    ['POST', `/leads/${id}/reopen`],
  ]
  for (const [method, path, body] of tries)
    expect([method, path, (await api.sam(method, path, { body, headers: { 'if-match': '*' } })).status]).toEqual([
      method,
      path,
      404,
    ])
  expect((await api.sam('DELETE', `/leads/${id}`)).status).toBe(403)
  const listed = await api.sam('GET', '/leads')
  expect(listed.data.data.map((lead) => lead.id)).not.toContain(id)
  expect(await db.touchpoint.count({ where: { leadId: id } })).toBe(0)
})

describe('close, reopen, assign, delete', () => {
  test('a rep closes an own lead as won and opens it again; another rep may not', async () => {
    const { id } = await newLead(api.sam)
    await api.max('POST', `/leads/${id}/assign`, { body: { rep: cast.sara.id } })
    const close = (as: Client, body: object) => as('POST', `/leads/${id}/close`, { body })
    expect((await close(api.sam, { outcome: 'won' })).status).toBe(403)
    expect((await close(api.mia, { outcome: 'won' })).status).toBe(403)
    for (const body of [
      {},
      { outcome: 'open' },
      { outcome: 'lost' },
      { outcome: 'lost', reason: 'rain' },
      { outcome: 'won', reason: 'no_fit' },
      { outcome: 'lost', reason: 'other' },
      { outcome: 'won', value: -1 },
      { outcome: 'won', closedAt: '2199-01-01T00:00:00Z' },
      { outcome: 'won', closedAt: '2026-01-01' },
      { outcome: 'won', leadId: id },
    ])
      expect([body, (await close(api.sara, body)).status]).toEqual([body, 422])
    const won = await close(api.sara, {
      outcome: 'Won',
      value: 900,
      currency: 'EUR',
      closedAt: '2026-11-01T10:00:00+01:00',
    })
    expect([won.status, won.data]).toEqual([
      200,
      expect.objectContaining({ outcome: 'WON', value: 900, closedAt: '2026-11-01T09:00:00.000Z' }),
    ])
    expect((await close(api.sara, { outcome: 'lost', reason: 'no_fit' })).status).toBe(409)
    const open = await api.sara('POST', `/leads/${id}/reopen`)
    expect([open.status, open.data.outcome, open.data.desk]).toEqual([200, 'OPEN', 'SALES'])
    expect((await api.sara('POST', `/leads/${id}/reopen`)).status).toBe(409)
  })

  test('a manager assigns; the person must be one who can be', async () => {
    const { id } = await newLead(api.mia)
    const assign = (body: object, as = api.max) => as('POST', `/leads/${id}/assign`, { body })
    expect((await assign({ rep: cast.sam.id }, api.mia)).status).toBe(403)
    for (const body of [
      {},
      { rep: 'sam' },
      { rep: cast.mia.id },
      { owner: cast.sam.id },
      { rep: '018f0000-0000-7000-8000-000000000000' },
    ])
      expect([body, (await assign(body)).status]).toEqual([body, 422])
    expect((await assign({ rep: cast.sam.id, owner: null })).data).toMatchObject({
      rep: { name: 'Sam' },
      owner: null,
      desk: 'SALES',
    })
  })

  test('a deleted lead is gone for everybody: 204, then 404', async () => {
    const { id } = await newLead(api.mia)
    expect((await api.mia('DELETE', `/leads/${id}`)).status).toBe(403)
    const gone = await api.max('DELETE', `/leads/${id}`)
    expect([gone.status, gone.text]).toEqual([204, ''])
    expect((await api.max('DELETE', `/leads/${id}`)).status).toBe(404)
    expect((await api.ada('GET', `/leads/${id}`)).status).toBe(404)
    expect((await api.ada('GET', `/leads/${id}/activity`)).status).toBe(404)
  })
})
