import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { closeLead } from '@/lib/leads/close-lead'
import { deleteLead } from '@/lib/leads/delete-lead'
import { markDoNotContact } from '@/lib/leads/mark-do-not-contact'
import { reopenLead } from '@/lib/leads/reopen-lead'
import { countNextTouches } from '@/lib/next-touch/count-next-touches'
import { saveScoringPolicy } from '@/lib/settings/save-scoring-policy'
import { channelsOf } from '@/lib/touchpoints/channel'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { voidTouch } from '@/lib/touchpoints/void-touch'
import { apiOf, type Client } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'
import { figuresFromRows, figuresOfTable } from '@/tests/integration/next-touch/independent-walk'
import { anyStep, play } from '@/tests/integration/reports/random-history'
import { runs } from '@/tests/integration/runs'

let cast: Cast
let api: Record<keyof Cast, Client>
const hour = 3_600_000
const start = new Date('2026-03-02T09:00:00Z').getTime()
const at = (hours: number) => new Date(start + hours * hour)

beforeAll(async () => {
  ;({ cast, api } = await apiOf())
})

async function newLead(): Promise<string> {
  const leadIds: string[] = []
  await play(cast, leadIds, { do: 'create', nth: 1 }, at(0))
  return leadIds[0] ?? ''
}

/** Touches, one an hour from the given one on; returns when the last one was. */
async function touch(leadId: string, channels: string[], from = 1): Promise<number> {
  for (const [nth, channel] of channels.entries())
    await logTouch(cast.mia, { leadId, channel }, { now: at(from + nth) })
  return from + channels.length - 1
}

const win = (leadId: string, hours: number) =>
  closeLead(cast.max, { leadId, outcome: 'won', closedAt: at(hours) }, { now: at(hours) })
const lose = (leadId: string, hours: number) =>
  closeLead(cast.max, { leadId, outcome: 'lost', reason: 'no_fit', closedAt: at(hours) }, { now: at(hours) })

test('a history by hand: void, late touch, recycling, reopening and deletion, each lead once a row', async () => {
  const won = await newLead()
  await touch(won, ['email', 'webinar', 'email', 'webinar'])
  const wrong = await logTouch(cast.mia, { leadId: won, channel: 'proposal', occurredAt: at(1.5) }, { now: at(6) })
  await voidTouch(cast.max, { touchpointId: wrong.touchpoint.id }, { now: at(7) })
  await win(won, 8)
  // What is told of the time before the close counts, what came after it does not.
  await logTouch(cast.mia, { leadId: won, channel: 'demo', occurredAt: at(7) }, { now: at(20) })
  await logTouch(cast.mia, { leadId: won, channel: 'meeting', occurredAt: at(15) }, { now: at(20) })

  const recycled = await newLead()
  await touch(recycled, ['email', 'email', 'email'])
  const { id: handoffId } = await db.handoff.findFirstOrThrow({ where: { leadId: recycled, status: 'WAITING' } })
  await returnHandoff(cast.max, { handoffId, kind: 'recycle', reason: 'not_now' }, { now: at(4) })
  await touch(recycled, ['webinar', 'demo'], 5)
  await lose(recycled, 9)

  const reopened = await newLead()
  await touch(reopened, ['email', 'webinar'])
  await lose(reopened, 4)
  await reopenLead(cast.max, { leadId: reopened }, { now: at(5) })
  const deleted = await newLead()
  await touch(deleted, ['email', 'webinar'])
  await win(deleted, 4)
  await deleteLead(cast.max, { leadId: deleted }, { now: at(5) })

  expect(await countNextTouches(at(10))).toBe(true)
  expect(await figuresOfTable()).toEqual([
    'COLD any email any won 1 lost 1',
    'COLD any email email won 0 lost 1',
    'COLD any email webinar won 1 lost 0',
    'COLD any webinar any won 1 lost 1',
    'COLD any webinar demo won 0 lost 1',
    'COLD any webinar email won 1 lost 0',
    'COLD email email any won 0 lost 1',
    'COLD email email email won 0 lost 1',
    'COLD email webinar any won 1 lost 1',
    'COLD email webinar demo won 0 lost 1',
    'COLD email webinar email won 1 lost 0',
    'WARM any email any won 1 lost 1',
    'WARM any email webinar won 1 lost 1',
    'WARM any webinar any won 1 lost 0',
    'WARM any webinar demo won 1 lost 0',
    'WARM email email any won 0 lost 1',
    'WARM email email webinar won 0 lost 1',
    'WARM email webinar any won 1 lost 0',
    'WARM email webinar demo won 1 lost 0',
    'WARM webinar email any won 1 lost 0',
    'WARM webinar email webinar won 1 lost 0',
  ])
})

test('it is counted by one process, when a lead was closed, another policy holds, or a day has passed', async () => {
  expect(await countNextTouches(at(11))).toBe(false)
  await win(await newLead(), 12)
  const both = await Promise.all([countNextTouches(at(13)), countNextTouches(at(13))])
  expect(both.sort()).toEqual([false, true])
  // Of one day one email counts: after the second one the lead was still cold.
  await saveScoringPolicy(cast.max, { channels: { email: { dailyCap: 1 } } }, { now: at(14) })
  expect(await countNextTouches(at(14))).toBe(true)
  expect(await figuresOfTable()).toContain('COLD webinar email webinar won 1 lost 0')
  expect(await countNextTouches(at(37))).toBe(false)
  expect(await countNextTouches(at(38))).toBe(true)
})

test('after any history the table says what plain loops over the rows say', async () => {
  let clock = start + 100 * hour
  let compared = 0
  const channels = Object.fromEntries(channelsOf('marketing').map((channel) => [channel, { counts: 'engaged' }]))
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 140, maxLength: 140 }), async (steps) => {
      const leadIds: string[] = []
      for (let n = 0; n < 8; n++) await play(cast, leadIds, { do: 'create', nth: 1 }, new Date(clock))
      for (const step of steps) await play(cast, leadIds, step, new Date((clock += 5 * hour)))
      for (const [nth, leadId] of leadIds.entries())
        await play(cast, [leadId], { do: nth % 2 ? 'win' : 'lose', nth: 0 }, new Date((clock += hour)))
      for (const policy of [{ windowDays: 5 }, { channels }]) {
        const now = new Date((clock += hour))
        await saveScoringPolicy(cast.max, policy, { now })
        expect(await countNextTouches(now)).toBe(true)
        const table = await figuresOfTable()
        expect(table).toEqual(await figuresFromRows())
        compared += table.length
      }
    }),
    { numRuns: runs(2), endOnFailure: true },
  )
  expect(compared).toBeGreaterThan(100)
}, 600_000)

test('by the API: for those who may read the lead, of their team’s channels, silent where nothing is to be said', async () => {
  const leadId = await newLead()
  await touch(leadId, ['email', 'webinar'])
  const path = `/leads/${leadId}/next-touch`
  const row = { stage: 'COLD', last: 'webinar', before: 'any' } as const
  const counts = { any: [240, 850], demo: [58, 129], direct_mail: [80, 70] }
  await db.nextTouchFigure.deleteMany()
  for (const [next, [won = 0, lost = 0]] of Object.entries(counts))
    await db.nextTouchFigure.create({ data: { ...row, next, won, lost } })
  const { countedAt } = await db.nextTouchCount.findFirstOrThrow()

  expect((await api.mia('GET', path)).data).toEqual({
    suggestions: [
      {
        channel: 'direct_mail',
        won: 80,
        leads: 150,
        share: 80 / 150,
        low: expect.closeTo(0.4537, 3) as number,
        high: expect.closeTo(0.6115, 3) as number,
      },
    ],
    alike: { stage: 'COLD', channels: ['webinar'], won: 240, leads: 1090, share: 240 / 1090 },
    countedAt: countedAt?.toISOString(),
  })
  expect((await api.sam('GET', path)).status).toBe(404)
  await offerLead(cast.mia, { leadId }, { now: at(30) })
  expect((await api.sam('GET', path)).data.suggestions).toMatchObject([{ channel: 'demo', won: 58, leads: 187 }])

  const silent = { suggestions: [], alike: null, countedAt: null }
  expect((await api.mia('GET', `/leads/${await newLead()}/next-touch`)).data).toEqual(silent)
  await markDoNotContact(cast.mia, { leadId, doNotContact: true })
  expect((await api.mia('GET', path)).data).toEqual(silent)
  await markDoNotContact(cast.mia, { leadId, doNotContact: false })
  await closeLead(cast.max, { leadId, outcome: 'lost', reason: 'no_fit' })
  expect((await api.mia('GET', path)).data).toEqual(silent)
})
