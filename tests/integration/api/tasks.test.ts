import { beforeAll, expect, test } from 'vitest'
import { apiOf, type Client } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'

let api: Record<keyof Cast, Client>
beforeAll(async () => {
  ;({ api } = await apiOf())
})

const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString()

test('tasks by the API: planned, listed, changed, put off, done, opened again and dropped', async () => {
  const { id: leadId } = (await api.sam('POST', '/leads', { body: { firstName: 'Ines' } })).data
  const planned = await api.sam('POST', `/leads/${leadId}/tasks`, { body: { what: 'Call', dueAt: inDays(1) } })
  expect(planned.status).toBe(201)
  const { id } = planned.data
  const due = async (query: string) => (await api.sam('GET', `/tasks?${query}`)).data.data.map((task) => task.id)
  expect(await due('due=week&status=open')).toEqual([id])
  expect(await due('due=overdue')).toEqual([])
  expect((await api.sam('GET', `/leads/${leadId}/tasks?status=OPEN`)).data.data).toMatchObject([{ id, what: 'Call' }])
  const patched = await api.sam('PATCH', `/tasks/${id}`, { body: { what: 'Call Per' } })
  expect([patched.status, patched.data.what]).toEqual([200, 'Call Per'])
  const until = inDays(20)
  expect((await api.sam('POST', `/tasks/${id}/snooze`, { body: { until } })).data.dueAt).toBe(until)
  expect(await due('due=later')).toEqual([id])
  expect((await api.sam('POST', `/tasks/${id}/done`)).data).toMatchObject({ status: 'done', doneBy: { name: 'Sam' } })
  expect((await api.sam('POST', `/tasks/${id}/reopen`)).data.status).toBe('open')
  expect((await api.sam('DELETE', `/tasks/${id}`)).data.status).toBe('cancelled')
  expect((await api.sam('GET', `/tasks/${id}`)).data.status).toBe('cancelled')
})

test('what is wrong with a task is said at its field, and it is not there for whom its lead is not', async () => {
  const { id: leadId } = (await api.mia('POST', '/leads', { body: { firstName: 'Ines' } })).data
  const wrong = async (path: string, body: object, method = 'POST') => {
    const { status, data } = await api.mia(method, path, { body })
    return [status, data.errors?.map((error) => error.path)]
  }
  expect(await wrong(`/leads/${leadId}/tasks`, {})).toEqual([422, ['what', 'dueAt']])
  expect(await wrong(`/leads/${leadId}/tasks`, { what: 'Call', dueAt: inDays(-1) })).toEqual([422, ['dueAt']])
  const { id } = (await api.mia('POST', `/leads/${leadId}/tasks`, { body: { what: 'Call', dueAt: inDays(1) } })).data
  expect(await wrong(`/tasks/${id}`, { dueAt: inDays(-1) }, 'PATCH')).toEqual([422, ['dueAt']])
  expect(await wrong(`/tasks/${id}`, { what: 'Call', doneAt: inDays(-1) }, 'PATCH')).toEqual([422, ['doneAt']])
  expect((await api.mia('GET', '/tasks?due=soon')).status).toBe(422)
  expect((await api.mia('GET', '/tasks?cursor=abc')).status).toBe(422)
  for (const path of [`/tasks/${id}`, `/leads/${leadId}/tasks`]) expect((await api.sam('GET', path)).status).toBe(404)
  expect((await api.sam('POST', `/tasks/${id}/done`)).status).toBe(404)
})
