import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { apiOf, type Client } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'

let api: Record<keyof Cast, Client>
beforeAll(async () => {
  ;({ api } = await apiOf())
})

const once = (key: string, body?: unknown) => ({ body, headers: { 'idempotency-key': key } })

test('twenty of the same at once make one lead and get the same answer', async () => {
  const send = () => api.mia('POST', '/leads', once('twenty', { email: 'twenty@once.example' }))
  const answers = await Promise.all(Array.from({ length: 20 }, send))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(await db.lead.count({ where: { email: 'twenty@once.example' } })).toBe(1)
  const later = await send()
  expect([later.text, later.headers.get('etag'), later.headers.get('location')]).toEqual([
    answers[0]?.text,
    '"1"',
    answers[0]?.headers.get('location'),
  ])
})

test('the same key with another body or on another path is 422, and belongs to one person', async () => {
  const { data } = await api.mia('POST', '/leads', once('mine', { email: 'mine@once.example' }))
  const other = await api.mia('POST', '/leads', once('mine', { email: 'other@once.example' }))
  expect([other.status, other.data.errors[0]?.path]).toEqual([422, 'Idempotency-Key'])
  expect((await api.mia('POST', `/leads/${data.id}/touchpoints`, once('mine', { channel: 'email' }))).status).toBe(422)
  expect((await api.max('POST', '/leads', once('mine', { email: 'max@once.example' }))).status).toBe(201)
})

test('a key is 1 to 255 characters', async () => {
  for (const key of ['', 'k'.repeat(256)])
    expect((await api.mia('POST', '/leads', once(key, { email: 'k@once.example' }))).status).toBe(422)
  expect((await api.mia('POST', '/leads', once('k'.repeat(255), { email: 'k@once.example' }))).status).toBe(201)
})

test('a refused request is not remembered: put right, it goes through', async () => {
  const body = { email: 'later@once.example' }
  const { data: lead } = await api.mia('POST', '/leads', { body })
  expect((await api.mia('POST', '/leads', once('refused', body))).status).toBe(409)
  await api.max('DELETE', `/leads/${lead.id}`)
  expect((await api.mia('POST', '/leads', once('refused', body))).status).toBe(201)
})

test('every POST keeps to its first answer, though the world has moved on', async () => {
  const { data: lead } = await api.mia('POST', '/leads', once('a', { email: 'a@once.example' }))
  const twice = async (as: Client, path: string, key: string, body?: unknown) => {
    const first = await as('POST', path, once(key, body))
    const second = await as('POST', path, once(key, body))
    expect([path, second.status, second.text]).toEqual([path, first.status, first.text])
    expect(first.status).toBeLessThan(300)
    return first.data
  }
  await twice(api.mia, `/leads/${lead.id}/touchpoints`, 'touch', { channel: 'email' })
  const offer = await twice(api.mia, `/leads/${lead.id}/handoff`, 'offer', { note: 'x' })
  await twice(api.mia, `/handoffs/${offer.id}/withdraw`, 'withdraw')
  const again = await twice(api.mia, `/leads/${lead.id}/handoff`, 'again', { note: 'x' })
  await twice(api.sam, `/handoffs/${again.id}/accept`, 'accept')
  await twice(api.sam, `/handoffs/${again.id}/return`, 'return', { kind: 'repair', reason: 'bad_data' })
  const fixed = await twice(api.mia, `/handoffs/${again.id}/answer`, 'answer', { answer: 'fixed' })
  expect((await twice(api.sam, '/handoffs/next', 'next')).id).toBe(fixed.id)
  await twice(api.sam, '/handoffs/next', 'none')
  await twice(api.sam, `/leads/${lead.id}/close`, 'close', { outcome: 'won' })
  await twice(api.sam, `/leads/${lead.id}/reopen`, 'reopen')
  await twice(api.max, `/leads/${lead.id}/assign`, 'assign', { owner: null })
  await twice(api.mia, '/campaigns', 'campaign', { name: 'Spring', channel: 'email' })
  await twice(api.mia, '/companies', 'company', { name: 'Once AB' })
  expect(await db.touchpoint.count({ where: { leadId: lead.id } })).toBe(1)
  expect(await db.handoff.count({ where: { leadId: lead.id } })).toBe(3)
})
