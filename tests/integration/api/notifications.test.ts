import { beforeAll, expect, test } from 'vitest'
import { apiOf, type Client } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'

let api: Record<keyof Cast, Client>
beforeAll(async () => {
  ;({ api } = await apiOf())
})

test('notifications by the API: one’s own, read one by one or all, chosen by kind', async () => {
  for (const name of ['Ines', 'Per', 'Ola']) {
    const { id } = (await api.mia('POST', '/leads', { body: { firstName: name } })).data
    const { id: handoffId } = (await api.mia('POST', `/leads/${id}/handoff`)).data
    await api.sam('POST', `/handoffs/${handoffId}/accept`)
  }
  const unread = async () => (await api.mia('GET', '/notifications?unread=true')).data.data.map(({ title }) => title)
  expect(await unread()).toEqual(['Sam accepted Ola', 'Sam accepted Per', 'Sam accepted Ines'])
  const first = (await api.mia('GET', '/notifications?limit=2')).data
  const rest = (await api.mia('GET', `/notifications?limit=2&cursor=${first.nextCursor}`)).data
  expect([first.data.length, rest.data.length, rest.nextCursor]).toEqual([2, 1, null])
  const [ola] = first.data
  expect(ola).toMatchObject({ kind: 'accepted', readAt: null, count: 1, lead: { name: 'Ola' }, actor: { name: 'Sam' } })
  expect((await api.max('POST', `/notifications/${ola?.id}/read`)).status).toBe(404)
  expect((await api.mia('POST', `/notifications/${ola?.id}/read`)).data.readAt).not.toBeNull()
  expect(await unread()).toEqual(['Sam accepted Per', 'Sam accepted Ines'])
  expect((await api.mia('POST', '/notifications/read')).data).toEqual({ read: 2 })
  expect([await unread(), (await api.mia('GET', '/notifications')).data.data.length]).toEqual([[], 3])

  const put = (choices: unknown) => api.mia('PUT', '/settings/notifications', { body: { choices } })
  const chosen = (await put([{ kind: 'accepted', via: 'digest' }])).data
  expect(chosen).toEqual((await api.mia('GET', '/settings/notifications')).data)
  expect(chosen.choices).toContainEqual({ kind: 'accepted', via: 'digest' })
  for (const wrong of [[{ kind: 'accepted', via: 'sms' }], [{ kind: 'escalated', via: 'bell' }], 'all', undefined])
    expect((await put(wrong)).status).toBe(422)
  for (const query of ['unread=maybe', 'cursor=abc', 'kind=accepted'])
    expect((await api.mia('GET', `/notifications?${query}`)).status).toBe(422)
})
