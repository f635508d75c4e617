import { beforeAll, describe, expect, test } from 'vitest'
import { apiOf, type Client } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'

let api: Record<keyof Cast, Client>

beforeAll(async () => {
  ;({ api } = await apiOf())
  const { data: lead } = await api.mia('POST', '/leads', { body: { firstName: 'Ines' } })
  for (let n = 0; n < 3; n++) await api.mia('POST', `/leads/${lead.id}/touchpoints`, { body: { channel: 'email' } })
  await api.max('POST', `/leads/${lead.id}/close`, { body: { outcome: 'won' } })
})

const reports = ['funnel', 'touches-to-win', 'balance', 'channels', 'attribution', 'worth', 'alignment']

describe('the reports', () => {
  test('answer in the shapes that are promised', async () => {
    const { status, data } = await api.max('GET', '/reports/funnel?from=2020-01-01')
    expect(status).toBe(200)
    expect(Object.keys(data)).toEqual(['from', 'to', 'asOf', 'steps', 'definition'])
    expect(data).toMatchObject({ from: '2020-01-01', to: null })
    expect(data.steps).toMatchObject([
      {
        step: 'created',
        entered: 1,
        reached: 1,
        skipped: 0,
        advanced: 1,
        lost: 0,
        recycled: 0,
        stillHere: 0,
        rate: null,
      },
      { step: 'warm', entered: 1, reached: 1, rate: 1 },
      { step: 'accepted', entered: 1, reached: 0, skipped: 1 },
      { step: 'hot', entered: 1, reached: 0, skipped: 1 },
      { step: 'won', entered: 1, reached: 1, advanced: 0, stillHere: 1, rate: 1 },
    ])
    const { data: touches } = await api.max('GET', '/reports/touches-to-win')
    expect(touches).toMatchObject({
      from: null,
      to: null,
      wins: 1,
      medianTouches: 3,
      enough: false,
      hazard: [],
      survival: [],
    })
    expect(touches.histogram).toMatchObject([
      { touches: 0 },
      { touches: 1 },
      { touches: 2 },
      { touches: 3, won: 1, lost: 0, open: 0 },
    ])
  })

  test('of the teams say who did what, with their definition', async () => {
    const answer = async (path: string) => (await api.max('GET', `/reports/${path}`)).data
    expect(await answer('balance')).toMatchObject({
      from: null,
      to: null,
      rows: [{ label: 'Won', leads: 1, marketingTouches: 3, salesTouches: 0, marketingShare: 1 }, ...Array(4).fill({})],
      weeks: [],
    })
    expect((await answer('channels?per=week')).channels?.[0]).toMatchObject({
      channel: 'email',
      team: 'marketing',
      begins: null,
      touches: 3,
      reach: 1,
      frequency: 3,
      responded: 0,
      responseRate: 0,
      offered: 1,
    })
    expect(await answer('attribution')).toMatchObject({
      wins: 1,
      channels: [{ channel: 'email', touched: 1, first: 1, last: 1, linear: 1, position: 1, shapley: null }],
      campaigns: [{ campaign: null, hasTouches: true, linear: 1, shapley: null }],
      assist: { closedBySales: 0, assisted: 0 },
    })
    expect(await answer('worth?source=Nowhere')).toMatchObject({
      groups: ['warmed', 'cold', 'some', 'alone', 'never', 'untouched'].map((group) => ({ group, leads: 0 })),
    })
    expect((await answer('worth')).groups?.[4]).toMatchObject({ group: 'never', leads: 1, wins: 1, winRate: null })
    expect(await answer('alignment')).toMatchObject({ verdict: null, weeks: [] })
    for (const report of reports) expect((await answer(report)).definition, report).toMatch(/\.$/)
    expect((await api.max('GET', '/reports/channels?per=day')).status).toBe(422)
  })

  test.each([
    ['from=2026-02-01&to=2026-01-01', 'from'],
    ['from=yesterday', 'from'],
    ['from=2026-02-30', 'from'],
    ['to=2026-01-01&to=2026-01-02', 'to'],
    ['asOf=2199-01-01', 'asOf'],
    ['since=2026-01-01', 'since'],
  ])('refuse ?%s', async (query, field) => {
    for (const report of reports) {
      const { status, data } = await api.max('GET', `/reports/${report}?${query}`)
      expect({ status, path: data.errors[0]?.path }).toEqual({ status: 422, path: field })
    }
  })

  test('are for managers, and those that are not there yet are not found', async () => {
    expect((await api.mia('GET', '/reports/funnel')).status).toBe(403)
    expect((await api.sam('GET', '/reports/touches-to-win')).status).toBe(403)
    for (const report of reports) expect((await api.mia('GET', `/reports/${report}`)).status, report).toBe(403)
    expect((await api.max('GET', '/reports/weather')).status).toBe(404)
    expect((await api.max('POST', '/reports/funnel')).status).toBe(405)
  })
})

describe('the scoring settings', () => {
  test('are read, changed and put back as they were read', async () => {
    const { data: read } = await api.max('GET', '/settings/scoring')
    expect(Object.keys(read).toSorted()).toEqual(
      ['channels', 'closeBy', 'hotAt', 'progress', 'savedAt', 'savedBy', 'version', 'warmAt', 'windowDays'].toSorted(),
    )
    const changed = await api.max('PUT', '/settings/scoring', { body: { ...read, warmAt: 4 } })
    expect(changed).toMatchObject({
      status: 200,
      data: { warmAt: 4, hotAt: 5, version: read.version + 1, savedBy: { name: 'Max' } },
    })
    const back = await api.max('PUT', '/settings/scoring', { body: read })
    expect(back.data).toMatchObject({ warmAt: 3, channels: read.channels, version: read.version + 2 })
  })

  test('say what another policy would do, and refuse an impossible one at its field', async () => {
    const { status, data } = await api.max('POST', '/settings/scoring/try', { body: { warmAt: 4 } })
    expect(status).toBe(200)
    expect(data).toMatchObject({ leads: 1, falling: 1, rising: 0, policy: { warmAt: 4, hotAt: 5 } })
    for (const [body, path] of [
      [{ warmAt: 6 }, 'warmAt'],
      [{ warmAt: '4' }, 'warmAt'],
      [{ hotAt: 15, closeBy: 14 }, 'closeBy'],
      [{ channels: { email: { dailyCap: 0 } } }, 'channels.email.dailyCap'],
      [{ mood: 1 }, 'mood'],
    ] as const) {
      const refused = await api.max('PUT', '/settings/scoring', { body })
      expect({ status: refused.status, path: refused.data.errors[0]?.path }).toEqual({ status: 422, path })
    }
    expect((await api.mia('GET', '/settings/scoring')).status).toBe(403)
    expect((await api.sam('PUT', '/settings/scoring', { body: {} })).status).toBe(403)
  })
})
