import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { apiOf, type Client } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'

let api: Record<keyof Cast, Client>
let cast: Cast
beforeAll(async () => {
  ;({ api, cast } = await apiOf())
})

/** Walks a list to its end in small pages; `between` happens after each. Returns the ids in order. */
async function walk(client: Client, path: string, between: (page: number) => Promise<unknown> = async () => null) {
  const ids: string[] = []
  let cursor: string | null = ''
  for (let page = 0; cursor !== null; page++) {
    const { status, data } = await client(
      'GET',
      `${path}${path.includes('?') ? '&' : '?'}limit=5${cursor && `&cursor=${cursor}`}`,
    )
    expect(status).toBe(200)
    ids.push(...data.data.map(({ id }) => id))
    cursor = data.nextCursor
    await between(page)
  }
  return ids
}

describe('a cursor', () => {
  test('walks all leads exactly once while leads are added, by every sort', async () => {
    for (let n = 0; n < 14; n++)
      await api.mia('POST', '/leads', {
        body: {
          firstName: `Lead ${n % 4}`,
          email: `walk${n}@list.example`,
          value: n % 3,
          ...(n % 3 ? { title: `Title ${n % 2}` } : {}),
        },
      })
    for (const sort of [
      'createdAt',
      '-createdAt',
      'name',
      '-name',
      'value',
      '-value',
      'touchCount',
      '-touchCount',
      'lastTouchAt',
      '-lastTouchAt',
      'title',
      '-title',
      'closedAt',
      '-closedAt',
    ]) {
      const before = (await db.lead.findMany({ select: { id: true } })).map(({ id }) => id)
      const add = (n: number) =>
        api.mia('POST', '/leads', {
          body: { firstName: `Lead ${n % 5}`, email: `${sort}${n}@added.example`, value: n },
        })
      const walked = await walk(api.mia, `/leads?sort=${sort}`, async (page) => (page < 3 ? add(page) : null))
      expect(new Set(walked).size).toBe(walked.length)
      expect(before.filter((id) => !walked.includes(id))).toEqual([])
    }
  }, 120_000)

  test('walks campaigns, companies, people, touches and history exactly once', async () => {
    for (let n = 0; n < 8; n++) {
      await api.mia('POST', '/campaigns', {
        body: { name: `Campaign ${n}`, channel: 'email', budget: n % 3 ? n : undefined },
      })
      await api.mia('POST', '/companies', { body: { name: `Company ${n % 2} ${n}`, domain: `c${n}.example` } })
      await db.person.create({ data: { name: 'Namesake', email: `namesake${n}@list.example`, role: 'marketer' } })
    }
    const { data: lead } = await api.mia('POST', '/leads', { body: { email: 'walked@list.example' } })
    for (let n = 0; n < 8; n++)
      await api.mia('POST', `/leads/${lead.id}/touchpoints`, {
        body: { channel: 'email', occurredAt: `2026-10-0${1 + (n % 2)}T10:00:00Z` },
      })
    const lists: [string, number][] = [
      ...['name', '-name', 'createdAt', '-channel', 'budget'].map((sort): [string, number] => [
        `/campaigns?sort=${sort}`,
        8,
      ]),
      ...['name', '-createdAt', 'domain', '-employees', 'leads', '-leads'].map((sort): [string, number] => [
        `/companies?sort=${sort}`,
        8,
      ]),
      ['/people', 13],
      [`/leads/${lead.id}/touchpoints`, 8],
      [`/leads/${lead.id}/activity`, 1 + 8 + 3],
    ]
    for (const [path, rows] of lists) {
      const walked = await walk(api.mia, path)
      expect([path, walked.length, new Set(walked).size]).toEqual([path, rows, rows])
    }
    await db.person.deleteMany({ where: { name: 'Namesake' } })
  }, 120_000)

  test('that is not ours, of another list or sort, or tampered with is 422', async () => {
    const { data } = await api.mia('GET', '/leads?limit=1')
    const cursor = data.nextCursor ?? ''
    const wrong = [
      '',
      'x',
      'null',
      `${cursor}x`,
      cursor.slice(1),
      cursor.slice(0, -2),
      cursor.toUpperCase(),
      ...Array.from(cursor, (letter, n) => `${cursor.slice(0, n)}${letter === 'A' ? 'B' : 'A'}${cursor.slice(n + 1)}`),
      Buffer.from('[0,"-createdAt","now","1"]').toString('base64url'),
      'x'.repeat(3000),
    ]
    for (const word of wrong)
      expect([word, (await api.mia('GET', `/leads?cursor=${word}`)).status]).toEqual([word, 422])
    expect((await api.mia('GET', `/leads?sort=name&cursor=${cursor}`)).status).toBe(422)
    for (const path of ['/handoffs', '/people', '/companies', '/campaigns?sort=name'])
      expect([path, (await api.mia('GET', `${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`)).status]).toEqual(
        [path, 422],
      )
  }, 120_000)
})

test('a list of leads has what each lead has, and its filters narrow it', async () => {
  const { data: lead } = await api.sam('POST', '/leads', {
    body: { firstName: 'Unusual', lastName: 'Name', email: 'unusual@filter.example', tags: ['odd one'] },
  })
  for (const query of [
    'q=unusual',
    'q=UNUSUAL%20na',
    'rep=me',
    `rep=${cast.sam.id}&stage=cold`,
    'tag=odd%20one&desk=Sales&outcome=open',
    'q=filter.example&touchesMax=0&owner=none',
  ])
    expect([query, (await api.sam('GET', `/leads?${query}`)).data.data]).toEqual([query, [lead]])
  for (const query of [
    'q=unusual%25',
    'q=un_sual',
    'rep=none&q=unusual',
    'stage=hot&q=unusual',
    'createdTo=2001-01-01',
    'touchesMin=1&q=unusual',
  ])
    expect([query, (await api.sam('GET', `/leads?${query}`)).data]).toEqual([query, { data: [], nextCursor: null }])
})

test('people are named with their roles; those who left are not', async () => {
  const { data } = await api.sam('GET', '/people')
  expect(data.data.map(({ name, role }) => [name, role])).toEqual([
    ['Ada', 'admin'],
    ['Max', 'manager'],
    ['Mia', 'marketer'],
    ['Sam', 'rep'],
    ['Sara', 'rep'],
  ])
})

describe('campaigns', () => {
  test('tell whom they reached, who responded, whom they warmed and what was won', async () => {
    const made = await api.mia('POST', '/campaigns', {
      body: { name: 'Autumn fair', channel: 'networking', startsOn: '2026-10-01', endsOn: '2026-10-05', budget: 5000 },
    })
    expect([made.status, made.data]).toEqual([
      201,
      expect.objectContaining({
        name: 'Autumn fair',
        channel: 'networking',
        startsOn: '2026-10-01',
        endsOn: '2026-10-05',
        budget: 5000,
        currency: 'EUR',
        reach: 0,
        engaged: 0,
        warmed: 0,
        won: 0,
      }),
    ])
    expect((await api.mia('POST', '/campaigns', { body: { name: 'autumn  FAIR', channel: 'email' } })).status).toBe(409)
    expect((await api.sam('POST', '/campaigns', { body: { name: 'Mine', channel: 'email' } })).status).toBe(403)
    for (const body of [
      { name: 'x' },
      { name: 'x', channel: 'fax' },
      { name: 'x', channel: 'email', startsOn: '2026-10-05', endsOn: '2026-10-01' },
      { name: 'x', channel: 'email', budget: -1 },
      { name: 'x', channel: 'email', startsOn: '0000-01-01' },
    ])
      expect([body, (await api.mia('POST', '/campaigns', { body })).status]).toEqual([body, 422])
    const campaignId = made.data.id
    for (const [n, touches] of [1, 3].entries()) {
      const { data: lead } = await api.mia('POST', '/leads', { body: { email: `fair${n}@fair.example` } })
      for (let touch = 0; touch < touches; touch++)
        await api.mia('POST', `/leads/${lead.id}/touchpoints`, {
          body: { channel: 'networking', campaignId, engaged: n === 1 },
        })
      if (n === 1) await api.max('POST', `/leads/${lead.id}/close`, { body: { outcome: 'won' } })
    }
    const { data } = await api.sam('GET', `/campaigns/${campaignId}`)
    expect(data).toMatchObject({ touches: 4, reach: 2, engaged: 1, warmed: 1, accepted: 0, hot: 0, won: 1 })
    expect(data.costPer).toEqual({ reach: 2500, engaged: 5000, warmed: 5000, accepted: null, hot: null, won: 5000 })
    expect((await api.sam('GET', '/campaigns?limit=1')).data.data).toEqual([data])
    expect((await api.mia('GET', `/leads?campaign=${campaignId}`)).data.data).toHaveLength(2)
  })
})
