import { beforeAll, expect, test } from 'vitest'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import type { LeadShape } from '@/lib/leads/lead-shape'
import { countRepFocuses } from '@/lib/leads/count-rep-focuses'
import { countRepLeads, listRepLeads } from '@/lib/leads/list-rep-leads'
import type { RepFocus } from '@/lib/leads/rep-focus'
import { finishTask } from '@/lib/tasks/finish-task'
import { planTask } from '@/lib/tasks/plan-task'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { voidTouch } from '@/lib/touchpoints/void-touch'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
const start = new Date('2026-11-02T09:00:00Z')
const at = (hours: number) => new Date(start.getTime() + hours * 3_600_000)
const now = at(200)

beforeAll(async () => {
  cast = await castOf()
})

async function accepted(name: string, by: Cast['sam'], hours: number) {
  const lead = (await createLead(cast.mia, { firstName: name }, { now: start })) as LeadShape
  const { id } = await offerLead(cast.mia, { leadId: lead.id }, { now: at(hours - 1) })
  await acceptHandoff(by, { handoffId: id }, { now: at(hours) })
  return lead.id
}

test('a rep’s open leads: untouched ones first, then the longest silence; managers see those of all reps', async () => {
  const silent = await accepted('Silent', cast.sam, 2)
  const fresh = await accepted('Fresh', cast.sam, 3)
  await accepted('Untouched', cast.sam, 100)
  await accepted('Saras', cast.sara, 4)
  await createLead(cast.sam, { firstName: 'Own' }, { now: at(30) })
  await logTouch(cast.sam, { leadId: silent, channel: 'meeting' }, { now: at(20) })
  await logTouch(cast.sam, { leadId: fresh, channel: 'demo', note: 'Liked it' }, { now: at(150) })

  const names = async (actor: Cast['sam'], cursor?: string) => {
    const page = await listRepLeads(actor, { view: 'open', limit: 3, now, ...(cursor ? { cursor } : {}) })
    return { names: page.data.map(({ name }) => name), ...page }
  }
  const first = await names(cast.sam)
  expect(first.names).toEqual(['Untouched', 'Silent', 'Own'])
  expect(first.data[0]).toMatchObject({ acceptedAt: at(100), firstTouchDueAt: at(104), lastTouch: null })
  expect(first.data[1]).toMatchObject({ firstTouchDueAt: null, lastTouch: { channel: 'meeting' } })
  expect((await names(cast.sam, first.nextCursor ?? '')).names).toEqual(['Fresh'])
  expect(await countRepLeads(cast.sam, 'open', now)).toBe(4)
  expect((await listRepLeads(cast.max, { view: 'open', now })).data.map(({ rep }) => rep?.name).sort()).toEqual([
    'Sam',
    'Sam',
    'Sam',
    'Sam',
    'Sara',
  ])
  await expect(listRepLeads(cast.mia, { view: 'open', now })).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('a lead whose next step is overdue comes before all others, until it is done', async () => {
  const names = async () => {
    const { data } = await listRepLeads(cast.max, { view: 'open', limit: 2, now })
    return data.map(({ name, nextStep }) => [name, nextStep?.what])
  }
  const fresh = await accepted('Promised', cast.sara, 190)
  await logTouch(cast.sara, { leadId: fresh, channel: 'demo' }, { now: at(195) })
  const before = await names()
  const late = await planTask(cast.sara, { leadId: fresh, what: 'Call', dueAt: at(198) }, { now: at(195) })
  await planTask(cast.sara, { leadId: fresh, what: 'Write', dueAt: at(300) }, { now: at(195) })
  expect(await names()).toEqual([['Promised', 'Call'], before[0]])
  await finishTask(cast.sara, { taskId: late.id }, { now: at(199) })
  expect(await names()).toEqual(before)
})

test('whatever the rep logged on an accepted lead is a touch of Sales; what Marketing logs is none', async () => {
  const names = async () =>
    (await listRepLeads(cast.sara, { view: 'open', now })).data
      .filter((lead) => lead.firstTouchDueAt)
      .map(({ name }) => name)
  const [mailed, newsed, met] = [
    await accepted('Mailed', cast.sara, 110),
    await accepted('Newsed', cast.sara, 111),
    await accepted('Met', cast.sara, 112),
  ]
  await logTouch(cast.sara, { leadId: mailed, channel: 'email' }, { now: at(120) })
  await logTouch(cast.mia, { leadId: newsed, channel: 'email' }, { now: at(121) })
  await logTouch(cast.sara, { leadId: met, channel: 'meeting', occurredAt: at(80).toISOString() }, { now: at(122) })
  const before = await names()
  expect(before).toEqual(expect.arrayContaining(['Newsed', 'Met']))
  expect(before).not.toContain('Mailed')
  const { touchpoint } = await logTouch(cast.sara, { leadId: met, channel: 'demo' }, { now: at(123) })
  expect(await names()).not.toContain('Met')
  await voidTouch(cast.sara, { touchpointId: touchpoint.id }, { now: at(124) })
  expect(await names()).toEqual(before)
})

test('lead by lead the list is the same as at once, from group to group', async () => {
  const walk = async (limit: number) => {
    const names: string[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await listRepLeads(cast.max, { view: 'open', limit, now, ...(cursor ? { cursor } : {}) })
      names.push(...page.data.map(({ name }) => name))
      cursor = page.nextCursor
    }
    return names
  }
  const all = await walk(200)
  expect(new Set(all).size).toBe(await countRepLeads(cast.max, 'open', now))
  expect(await walk(1)).toEqual(all)
  expect(await walk(3)).toEqual(all)
})

test('closed of late: the latest first, not those of long ago', async () => {
  const [won, lost, old] = [
    await accepted('Won', cast.sara, 5),
    await accepted('Lost', cast.sara, 5),
    await accepted('Old', cast.sara, 5),
  ]
  await closeLead(cast.sara, { leadId: won, outcome: 'won', closedAt: at(60).toISOString() }, { now: at(61) })
  await closeLead(cast.sara, { leadId: lost, outcome: 'lost', reason: 'no_fit' }, { now: at(70) })
  await closeLead(cast.sara, { leadId: old, outcome: 'won', closedAt: '2026-01-02T00:00:00Z' }, { now: at(70) })
  const page = await listRepLeads(cast.sara, { view: 'closed', limit: 1, now })
  expect(page.data).toMatchObject([{ name: 'Lost', outcome: 'LOST', lostReason: 'no_fit', firstTouchDueAt: null }])
  const rest = await listRepLeads(cast.sara, { view: 'closed', cursor: page.nextCursor ?? '', now })
  expect(rest.data.map(({ name }) => name)).toEqual(['Won'])
  expect(await countRepLeads(cast.sara, 'closed', now)).toBe(2)
})

test('a rep looks at what is overdue, silent, over-touched or close to a decision, each with its number', async () => {
  const later = at(24 * 60)
  const over = await accepted('Over', cast.sara, 300)
  const hot = await accepted('Hot', cast.sara, 300)
  for (let nth = 0; nth < 16; nth++) await logTouch(cast.sara, { leadId: over, channel: 'meeting' }, { now: later })
  for (let nth = 0; nth < 5; nth++)
    await logTouch(cast.sara, { leadId: hot, channel: 'demo', engaged: true }, { now: later })
  await planTask(cast.sara, { leadId: hot, what: 'Send the offer', dueAt: at(24 * 60 - 1) }, { now: at(301) })
  const mute = await accepted('Mute', cast.sara, 300)
  for (let nth = 0; nth < 5; nth++) await logTouch(cast.sara, { leadId: mute, channel: 'demo' }, { now: later })
  const names = async (focus: RepFocus) =>
    (await listRepLeads(cast.sara, { view: 'open', focus, now: later })).data.map(({ name }) => name)
  expect(await names('overdue')).toEqual(['Promised', 'Hot'])
  expect(await names('close-to-win')).toEqual(['Hot'])
  expect(await names('over-touched')).toEqual(['Over'])
  const silent = await names('silent')
  expect(silent).not.toContain('Over')
  expect(silent.length).toBeGreaterThan(0)
  expect(await countRepFocuses(cast.sara, later)).toMatchObject({
    overdue: 2,
    'close-to-win': 1,
    'over-touched': 1,
    silent: silent.length,
  })
})
