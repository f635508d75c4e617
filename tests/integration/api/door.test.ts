import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { apiOf, type Client, send } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'

let api: Record<keyof Cast, Client>
let cast: Cast
beforeAll(async () => {
  ;({ api, cast } = await apiOf())
})

const problem = (status: number) => expect.objectContaining({ status, type: expect.any(String) as string })

describe('who asks', () => {
  test('a key acts as its person', async () => {
    const answer = await api.sam('GET', '/me')
    expect(answer.data).toEqual({ id: cast.sam.id, name: 'Sam', email: 'sam@baton.example', role: 'rep' })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('no key, an odd one, a revoked one and that of somebody who left are all 401 and say how to do it', async () => {
    const { key, id } = await import('@/lib/access/api-key').then(({ makeKey }) =>
      makeKey(db, cast.ada.id, 'old', new Date()),
    )
    const bearer = (value: string) => send('GET', '/api/v1/me', { headers: { authorization: value } })
    expect((await bearer(`Bearer ${key}`)).status).toBe(200)
    expect((await bearer(`bearer   ${key} `)).status).toBe(200)
    await db.apiKey.update({ where: { id }, data: { revokedAt: new Date() } })
    for (const value of [
      `Bearer ${key}`,
      'Bearer',
      'Bearer x',
      `Basic ${key}`,
      'Bearer a b',
      `Bearer ${'x'.repeat(9000)}`,
      key,
    ]) {
      const refused = await bearer(value)
      expect(refused.status).toBe(401)
      expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer/)
      expect(refused.data).toEqual(problem(401))
    }
    expect((await send('GET', '/api/v1/me')).status).toBe(401)
    await db.person.update({ where: { id: cast.sara.id }, data: { deactivatedAt: new Date() } })
    expect((await api.sara('GET', '/me')).status).toBe(401)
    await db.person.update({ where: { id: cast.sara.id }, data: { deactivatedAt: null } })
  })
})

describe('every answer that is no success is problem+json', () => {
  test('an unknown path is 404, for anybody and any method', async () => {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'])
      for (const path of ['/api/v1', '/api/v1/nothing', '/api/v1/leads/x/y/z']) {
        const answer = await send(method, path)
        expect([method, answer.status]).toEqual([method, 404])
        expect(answer.headers.get('content-type')).toBe('application/problem+json')
      }
  })

  test('a method that a path does not take is 405 with Allow', async () => {
    const answer = await api.mia('DELETE', '/leads')
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST')
    expect(answer.data).toMatchObject({ title: 'Method Not Allowed', status: 405 })
    expect(answer.data.instance).toBe(`urn:uuid:${answer.headers.get('x-request-id')}`)
    expect((await api.mia('HEAD', '/handoffs/next')).status).toBe(405)
    const options = await api.mia('OPTIONS', '/handoffs/next')
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'OPTIONS, POST'])
  })

  test('an id in the path that is none is 404', async () => {
    for (const id of ['x', '0', '%00', '%F0%9F%98%80', '00000000-0000-0000-0000-00000000000g', "1'or'1"])
      for (const path of [`/leads/${id}`, `/campaigns/${id}`, `/companies/${id}`, `/leads/${id}/touchpoints`]) {
        const answer = await api.mia('GET', path)
        expect([path, answer.status]).toEqual([path, 404])
      }
    expect((await api.mia('POST', '/handoffs/x/accept')).status).toBe(404)
  })

  test('HEAD answers like GET, without a body', async () => {
    const answer = await api.mia('HEAD', '/me')
    expect([answer.status, answer.text, answer.headers.get('content-type')]).toEqual([200, '', 'application/json'])
  })
})

describe('bodies', () => {
  const post = (body: string | Uint8Array, headers = {}) => api.mia('POST', '/leads', { body: body as string, headers })

  test('that are no JSON are 400, of another kind 415, too large 413', async () => {
    for (const body of ['{', 'x', '{"a":1}}', '\u0000', "{'a':1}", '[1,]', '{"a":NaN}'])
      expect([body, (await post(body)).status]).toEqual([body, 400])
    expect((await post(new Uint8Array([0x22, 0xff, 0x22]))).status).toBe(400)
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json; charset=utf-16',
      'application/jsonx',
      'x',
    ])
      expect([type, (await post('{"email":"a@b.example"}', { 'content-type': type })).status]).toEqual([type, 415])
    expect((await post('{}', { 'content-encoding': 'gzip' })).status).toBe(415)
    expect((await post(JSON.stringify({ email: 'a@b.example', details: { a: 'x'.repeat(1024 * 1024) } }))).status).toBe(
      413,
    )
    expect(await db.lead.count()).toBe(0)
  })

  test('that are no object, or have unknown fields, are 422 and name the field', async () => {
    for (const body of ['null', '[]', '1', '"x"', 'true'])
      expect((await post(body)).data).toMatchObject({ status: 422, errors: [{ path: '' }] })
    const { data } = await post(
      '{"email":"a@b.example","colour":"red","company":{"nick":1},"__proto__":{"role":"admin"}}',
    )
    expect(data.errors.map(({ path }) => path).sort()).toEqual(['__proto__', 'colour', 'company', 'company.nick'])
  })

  test('nested deeper than anybody means are refused, not fallen over', async () => {
    const deep = `${'[['.repeat(100_000)}${']]'.repeat(100_000)}`
    expect((await post(`{"details":{"a":${deep}},"email":"a@b.example"}`)).status).toBe(422)
    expect((await post(deep)).status).toBe(422)
  })

  test('may be empty where nothing is needed, with any content type', async () => {
    for (const headers of [undefined, { 'content-type': 'text/plain' }])
      expect((await api.sam('POST', '/handoffs/next', { body: '', headers })).status).toBe(204)
    expect((await api.sam('POST', '/handoffs/next')).status).toBe(204)
    expect((await api.sam('POST', '/handoffs/next', { body: {} })).status).toBe(204)
    expect((await api.sam('POST', '/handoffs/next', { body: { hurry: true } })).status).toBe(422)
  })
})

describe('parameters', () => {
  test('that are unknown, doubled or out of range are 422 and named', async () => {
    const queries = [
      'limit=0',
      'limit=201',
      'limit=-1',
      'limit=1e1',
      'limit=',
      'limit=5&limit=5',
      'page=2',
      '__proto__=1',
    ]
    const leads = [
      'stage=tepid',
      'sort=age',
      'owner=Sam',
      'touchesMin=-1',
      'createdFrom=yesterday',
      'q=%00',
      'campaign=1',
      'constructor=1',
    ]
    for (const [path, list] of [
      ['/leads', [...queries, ...leads]],
      ['/handoffs', [...queries, 'status=x', 'overdue=maybe', 'kind=1']],
    ] as const)
      for (const query of list) {
        const { status, data } = await api.mia('GET', `${path}?${query}`)
        expect([query, status, data.errors[0]?.path]).toEqual([query, 422, query.split('=')[0]])
      }
    expect((await api.mia('GET', '/me?x=1')).status).toBe(422)
    expect((await api.mia('POST', '/leads?x=1', { body: { email: 'q@b.example' } })).status).toBe(422)
  })
})
