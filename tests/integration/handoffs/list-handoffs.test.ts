import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { answerRepair } from '@/lib/handoffs/answer-repair'
import { countViews } from '@/lib/handoffs/count-views'
import { type HandoffSort, handoffSortWords } from '@/lib/handoffs/filters'
import { browseHandoffs, countHandoffs, type ListedHandoff, listHandoffs } from '@/lib/handoffs/list-handoffs'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { createLead } from '@/lib/leads/create-lead'
import { deleteLead } from '@/lib/leads/delete-lead'
import type { LeadShape } from '@/lib/leads/lead-shape'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
const start = new Date('2026-11-02T09:00:00Z')
const at = (hours: number) => new Date(start.getTime() + hours * 3_600_000)

async function offered(name: string, hours: number) {
  const lead = (await createLead(
    cast.mia,
    { firstName: name, company: { name: 'Norrland' } },
    { now: start },
  )) as LeadShape
  const { id } = await offerLead(cast.mia, { leadId: lead.id }, { now: at(hours) })
  return { leadId: lead.id, handoffId: id }
}

/** What each sort compares. */
const factOf: Record<HandoffSort, (handoff: ListedHandoff) => string | number> = {
  dueAt: ({ dueAt }) => dueAt.getTime(),
  offeredAt: ({ offeredAt }) => offeredAt.getTime(),
  since: ({ withdrawnAt, returnedAt, acceptedAt, offeredAt }) =>
    (withdrawnAt ?? returnedAt ?? acceptedAt ?? offeredAt).getTime(),
  status: ({ status }) => status,
  lead: ({ lead }) => lead.name,
  rep: ({ rep }) => rep?.name ?? '',
  touchCount: ({ lead }) => lead.touchCount,
  offerTouches: ({ offerTouchCount }) => offerTouchCount,
}

beforeAll(async () => {
  cast = await castOf()
})

describe('the list of handoffs', () => {
  test('is due first, tells what is overdue and the last touch of each lead, and goes on where its page ended', async () => {
    const names = ['Aiko', 'Beth', 'Carl', 'Dana', 'Elena']
    const made = []
    for (const [n, name] of names.entries()) made.push(await offered(name, 5 - n))
    const [aiko] = made
    await logTouch(cast.mia, { leadId: aiko?.leadId, channel: 'webinar', note: 'Asked for pricing' }, { now: at(6) })
    const now = at(7.5)
    const first = await listHandoffs(cast.sam, { filters: { status: 'WAITING' }, limit: 3, now })
    expect(first.data.map(({ lead }) => lead.name)).toEqual(['Elena', 'Dana', 'Carl'])
    expect(first.data.map(({ overdue }) => overdue)).toEqual([true, true, true])
    const second = await listHandoffs(cast.sam, {
      filters: { status: 'WAITING' },
      limit: 3,
      cursor: first.nextCursor ?? '',
      now,
    })
    expect(second.data.map(({ lead, overdue }) => [lead.name, overdue])).toEqual([
      ['Beth', false],
      ['Aiko', false],
    ])
    expect(second.data[1]?.lastTouch).toMatchObject({
      channel: 'webinar',
      note: 'Asked for pricing',
      occurredAt: at(6),
    })
    expect(second.data[0]?.lastTouch).toBeNull()
    expect(second.nextCursor).toBeNull()
    expect(await countHandoffs(cast.sam, { status: 'WAITING' }, now)).toBe(5)
    expect(await countHandoffs(cast.sam, { overdue: true }, now)).toBe(3)
    const newest = await listHandoffs(cast.max, { sort: '-dueAt', limit: 2, now })
    expect(newest.data.map(({ lead }) => lead.name)).toEqual(['Aiko', 'Beth'])
  })

  test('tells the repairs that want an answer from those that have one, and from returns that need none', async () => {
    const [open, fixed, recycled] = [
      await offered('Open', 20),
      await offered('Fixed', 21),
      await offered('Recycled', 22),
    ]
    for (const { handoffId } of [open, fixed])
      await returnHandoff(cast.sam, { handoffId, kind: 'repair', reason: 'bad_data' }, { now: at(23) })
    await returnHandoff(
      cast.sara,
      { handoffId: recycled.handoffId, kind: 'recycle', reason: 'not_now' },
      { now: at(23) },
    )
    await answerRepair(
      cast.mia,
      { handoffId: fixed.handoffId, answer: 'disputed', note: 'It is right' },
      { now: at(24) },
    )
    const names = async (answer: 'open' | 'done') =>
      (await listHandoffs(cast.mia, { filters: { answer } })).data.map(({ lead }) => lead.name)
    expect(await names('open')).toEqual(['Open'])
    expect(await names('done')).toEqual(['Fixed', 'Recycled'])
    const recycles = await listHandoffs(cast.mia, { filters: { kind: 'recycle' } })
    expect(recycles.data).toMatchObject([
      { lead: { name: 'Recycled' }, reason: 'not_now', returnedBy: { name: 'Sara' } },
    ])
  })

  test('shows the manager what is disputed and what came back for repair twice, and counts each view', async () => {
    const twice = await offered('Twice', 40)
    const repair = (handoffId: string, hours: number) =>
      returnHandoff(cast.sam, { handoffId, kind: 'repair', reason: 'bad_data' }, { now: at(hours) })
    await repair(twice.handoffId, 41)
    const { id } = await answerRepair(cast.mia, { handoffId: twice.handoffId, answer: 'fixed' }, { now: at(42) })
    const unsettled = async () =>
      (await listHandoffs(cast.max, { filters: { toSettle: true } })).data.map(({ lead }) => lead.name)
    expect(await unsettled()).toEqual(['Fixed'])
    await repair(id, 43)
    expect(await unsettled()).toEqual(['Fixed', 'Twice'])
    const counts = await countViews(cast.max)
    expect(counts).toMatchObject({ waiting: 5, answer: 2, returned: 3, settle: 2 })
    expect(await countViews(cast.mia)).toMatchObject({ waiting: 5, settle: 0 })
  })

  test('is walked there and back by every sort, each handoff once', async () => {
    for (const [n, rep] of [cast.sara, cast.sam].entries()) {
      const { leadId, handoffId } = await offered(`Zoe ${n}`, 50)
      await logTouch(cast.mia, { leadId, channel: 'webinar' }, { now: at(51) })
      await acceptHandoff(rep, { handoffId }, { now: at(53 - n) })
    }
    const all = (await listHandoffs(cast.max, { limit: 200 })).data
    for (const sort of handoffSortWords) {
      const pages: string[][] = []
      let cursor: string | null | undefined
      do {
        const { data, nextCursor, previousCursor } = await browseHandoffs(cast.max, {
          sort,
          limit: 4,
          ...(cursor ? { cursor } : {}),
        })
        pages.push(data.map(({ id }) => id))
        if (previousCursor) {
          const before = await browseHandoffs(cast.max, { sort, limit: 4, cursor: previousCursor })
          expect([sort, before.data.map(({ id }) => id)]).toEqual([sort, pages.at(-2)])
        }
        cursor = nextCursor
      } while (cursor)
      const facts = new Map(all.map((handoff) => [handoff.id, factOf[sort.replace('-', '') as HandoffSort](handoff)]))
      const inOrder = [...facts.values()].sort((one, other) => (one === other ? 0 : one < other ? -1 : 1))
      expect([sort, pages.flat().map((id) => facts.get(id))]).toEqual([
        sort,
        sort.startsWith('-') ? inOrder.toReversed() : inOrder,
      ])
      expect(new Set(pages.flat()).size).toBe(all.length)
    }
  })

  test('leaves out the handoffs of deleted leads, and refuses a cursor of another list', async () => {
    const before = await countHandoffs(cast.max, {})
    const gone = await offered('Gone', 30)
    await acceptHandoff(cast.sam, { handoffId: gone.handoffId })
    expect(await countHandoffs(cast.max, {})).toBe(before + 1)
    await deleteLead(cast.max, { leadId: gone.leadId })
    expect(await countHandoffs(cast.max, {})).toBe(before)
    expect(await db.handoff.count()).toBe(before + 1)
    await expect(listHandoffs(cast.sam, { cursor: 'bm9uc2Vuc2U' })).rejects.toMatchObject({ code: 'INVALID' })
  })
})
