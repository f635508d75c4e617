import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { apiOf, type Client } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'
import { workingTime } from '@/lib/handoffs/business-clock'
import { workingHours } from '@/lib/settings/promise-rules'

let api: Record<keyof Cast, Client>
let cast: Cast
let made = 0
beforeAll(async () => {
  ;({ api, cast } = await apiOf())
})
beforeEach(() =>
  db.handoff.updateMany({ where: { status: 'WAITING' }, data: { status: 'WITHDRAWN', withdrawnAt: new Date() } }),
)

const newLead = async () =>
  (await api.mia('POST', '/leads', { body: { firstName: 'Per', email: `per${++made}@dahl.example` } })).data.id

async function offered(): Promise<{ leadId: string; id: string }> {
  const leadId = await newLead()
  const { data } = await api.mia('POST', `/leads/${leadId}/handoff`, { body: { note: 'Asked for a price' } })
  return { leadId, id: data.id }
}

const act = (as: Client, id: string, action: string, body?: object) => as('POST', `/handoffs/${id}/${action}`, { body })

describe('offering', () => {
  test('by hand answers the handoff; twice, closed or by a rep it is refused', async () => {
    const leadId = await newLead()
    const { status, data } = await api.mia('POST', `/leads/${leadId}/handoff`, { body: { note: 'Asked for a price' } })
    expect(status).toBe(201)
    expect(data).toMatchObject({
      leadId,
      lead: { id: leadId, name: expect.stringMatching(/^Per/) as string, company: null, stage: 'COLD', touchCount: 0 },
      status: 'WAITING',
      kind: null,
      reason: null,
      note: 'Asked for a price',
      origin: 'manual',
      overdue: false,
      acceptedAt: null,
      returnedAt: null,
      rep: null,
      previousId: null,
    })
    const [offeredAt, dueAt] = [data.offeredAt, data.dueAt].map((at) => new Date(String(at)))
    expect(workingTime(offeredAt ?? new Date(), dueAt ?? new Date(), await workingHours())).toBe(4 * 3_600_000)
    const again = await api.mia('POST', `/leads/${leadId}/handoff`, { body: { note: 'x' } })
    expect([again.status, again.data.detail]).toEqual([409, expect.stringMatching(/waiting for Sales since \d\d:\d\d/)])
    expect((await api.sam('POST', `/leads/${leadId}/handoff`, { body: { note: 'x' } })).status).toBe(403)
    expect((await api.mia('POST', `/leads/${leadId}/handoff`, { body: { note: 5 } })).status).toBe(422)
  })

  test('is taken back by Marketing while it waits', async () => {
    const { id } = await offered()
    expect((await act(api.sam, id, 'withdraw')).status).toBe(403)
    expect((await act(api.mia, id, 'withdraw')).data).toMatchObject({ status: 'WITHDRAWN' })
    expect((await act(api.mia, id, 'withdraw')).status).toBe(409)
    expect((await act(api.sam, id, 'accept')).status).toBe(409)
  })
})

describe('accepting', () => {
  test('by two reps at once, 50 rounds: one has it, the other is told who', async () => {
    for (let round = 0; round < 50; round++) {
      const { id, leadId } = await offered()
      const tries = await Promise.all([act(api.sam, id, 'accept'), act(api.sara, id, 'accept')])
      const [winner, loser] = tries[0].status === 200 ? ['Sam', 1] : ['Sara', 0]
      expect(tries.map(({ status }) => status).sort()).toEqual([200, 409])
      expect(tries[1 - loser]?.data).toMatchObject({ status: 'ACCEPTED', rep: { name: winner } })
      expect(tries[loser]?.data.detail).toMatch(new RegExp(`^${winner} has this lead since \\d\\d:\\d\\d\\.$`))
      expect((await api.max('GET', `/leads/${leadId}`)).data).toMatchObject({ desk: 'SALES', rep: { name: winner } })
    }
  }, 120_000)

  test('the next one gives each rep another, the one due first first, then 204', async () => {
    const waiting = [await offered(), await offered(), await offered()]
    await db.handoff.update({ where: { id: waiting[1]?.id ?? '' }, data: { dueAt: new Date(0) } })
    expect((await api.mia('POST', '/handoffs/next')).status).toBe(403)
    const first = await api.sam('POST', '/handoffs/next')
    expect([first.status, first.data.id, first.data.status]).toEqual([200, waiting[1]?.id, 'ACCEPTED'])
    const rest = await Promise.all([api.sam, api.sara, api.sam].map((rep) => rep('POST', '/handoffs/next')))
    expect(rest.map(({ status }) => status).sort()).toEqual([200, 200, 204])
    expect(new Set(rest.flatMap(({ data }) => (data ? [data.id] : []))).size).toBe(2)
  })
})

describe('returning', () => {
  test('says why, and is refused where the reason is not one of its kind', async () => {
    const { id } = await offered()
    const refused: [object, string][] = [
      [{}, 'kind'],
      [{ kind: 'refund', reason: 'other' }, 'kind'],
      [{ kind: 'repair', reason: 'no_fit' }, 'reason'],
      [{ kind: 'repair', reason: 'other' }, 'note'],
      [{ kind: 'recycle', reason: 'not_now', wakeOn: '2026-02-30' }, 'wakeOn'],
      [{ kind: 'recycle', reason: 'not_now', wakeOn: '2001-01-01' }, 'wakeOn'],
      [{ kind: 'repair', reason: 'bad_data', wakeOn: '2199-01-01' }, 'wakeOn'],
    ]
    for (const [body, path] of refused) {
      const { status, data } = await act(api.sam, id, 'return', body)
      expect([body, status, data.errors?.map((error) => error.path)]).toEqual([
        body,
        422,
        expect.arrayContaining([path]),
      ])
    }
    expect((await act(api.mia, id, 'return', { kind: 'repair', reason: 'bad_data' })).status).toBe(403)
    const { status, data } = await act(api.sam, id, 'return', { kind: 'Repair', reason: 'bad_data', note: 'No number' })
    expect(status).toBe(200)
    expect(data).toMatchObject({
      status: 'RETURNED',
      kind: 'repair',
      reason: 'bad_data',
      note: 'No number',
      returnedBy: { name: 'Sam' },
    })
  })

  test('for repair is answered: fixed offers anew, naming the old one; once', async () => {
    const { id } = await offered()
    await act(api.sam, id, 'accept')
    expect((await act(api.sara, id, 'return', { kind: 'repair', reason: 'bad_data' })).status).toBe(403)
    expect((await act(api.mia, id, 'answer', { answer: 'fixed', note: 'x' })).status).toBe(409)
    await act(api.sam, id, 'return', { kind: 'repair', reason: 'bad_data' })
    expect((await act(api.sam, id, 'answer', { answer: 'fixed' })).status).toBe(403)
    expect((await act(api.mia, id, 'answer', { answer: 'disputed' })).status).toBe(422)
    const fixed = await act(api.mia, id, 'answer', { answer: 'fixed', note: 'New number' })
    expect([fixed.status, fixed.data]).toEqual([
      200,
      expect.objectContaining({ status: 'WAITING', previousId: id, note: 'New number' }),
    ])
    expect((await act(api.max, id, 'answer', { answer: 'fixed', note: 'x' })).status).toBe(409)
  })
})

describe('GET /handoffs', () => {
  test('lists those due first, by status, kind and overdue, in any case', async () => {
    const [late, soon] = [await offered(), await offered()]
    await db.handoff.update({ where: { id: late.id }, data: { dueAt: new Date('2026-01-01') } })
    const back = await offered()
    await act(api.sam, back.id, 'return', { kind: 'recycle', reason: 'not_now', wakeOn: '2199-01-01' })
    const ids = async (query: string) => (await api.sam('GET', `/handoffs?${query}`)).data.data.map(({ id }) => id)
    expect(await ids('status=waiting')).toEqual([late.id, soon.id])
    expect(await ids('status=WAITING&overdue=true')).toEqual([late.id])
    expect(await ids('status=Waiting&overdue=false')).toEqual([soon.id])
    expect(await ids('kind=Recycle')).toEqual([back.id])
    expect(await ids('status=waiting&sort=-dueAt')).toEqual([soon.id, late.id])
    expect((await api.sam('GET', '/handoffs?status=waiting')).data.data[0]).toMatchObject({
      overdue: true,
      lead: { id: late.leadId },
    })
  })

  test('a rep sees none of a lead that is gone', async () => {
    const { id, leadId } = await offered()
    await api.max('DELETE', `/leads/${leadId}`)
    expect((await act(api.sam, id, 'accept')).status).toBe(404)
    expect((await api.sam('GET', '/handoffs?limit=200')).data.data.map((handoff) => handoff.id)).not.toContain(id)
  })

  test('a deactivated colleague who had a lead is still named', async () => {
    const { id } = await offered()
    await act(api.sara, id, 'accept')
    await db.person.update({ where: { id: cast.sara.id }, data: { deactivatedAt: new Date() } })
    expect((await act(api.sam, id, 'accept')).data.detail).toMatch(/^Sara has this lead/)
    await db.person.update({ where: { id: cast.sara.id }, data: { deactivatedAt: null } })
  })
})
