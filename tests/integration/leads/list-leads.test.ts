import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { createCampaign } from '@/lib/campaigns/create-campaign'
import { createLead } from '@/lib/leads/create-lead'
import { leadSortWords, type LeadFilters } from '@/lib/leads/filters'
import type { LeadShape } from '@/lib/leads/lead-shape'
import { browseLeads, countLeads, listLeads } from '@/lib/leads/list-leads'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { voidTouch } from '@/lib/touchpoints/void-touch'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
const at = (hours: number) => new Date(Date.parse('2026-11-01T00:00:00Z') + hours * 3_600_000)

beforeAll(async () => {
  cast = await castOf()
  for (let n = 0; n < 23; n++) {
    const lead = (await createLead(
      n % 5 === 0 ? cast.sam : cast.mia,
      {
        firstName: ['Ines', 'Tom', 'Priya'][n % 3],
        email: `lead${n}@norrland.example`,
        ...(n === 22 ? {} : { company: { name: n % 2 ? 'Norrland  Freight' : '100%_Kestrel' } }),
        ...(n % 4 === 1 ? { source: n % 8 === 1 ? 'Trade fair' : 'Website', phone: `+49 (30) 555-01${n}` } : {}),
        tags: n % 4 ? [] : ['fair'],
        ...(n % 3 ? { value: n * 10 } : {}),
      },
      { now: at(n) },
    )) as LeadShape
    for (let touch = 0; touch < n % 6; touch++)
      await logTouch(cast.mia, { leadId: lead.id, channel: 'email' }, { now: at(n + touch + 1) })
  }
})

const names = async (filters: LeadFilters) => (await listLeads(cast.max, { filters, limit: 200 })).data.length

test.each(leadSortWords)('walking the pages sorted by %s meets every lead once, in order', async (sort) => {
  const all = (await listLeads(cast.max, { sort, limit: 200 })).data.map(({ id }) => id)
  const walked: string[] = []
  let cursor: string | undefined
  do {
    const page = await listLeads(cast.max, { sort, limit: 4, cursor })
    walked.push(...page.data.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(walked).toEqual(all)
  expect(new Set(walked).size).toBe(23)
})

test.each(leadSortWords)('sorted by %s, the way back meets the pages that were met on the way there', async (sort) => {
  const pages: string[][] = []
  let page = await browseLeads(cast.max, { sort, limit: 4 })
  for (;;) {
    expect(page).toMatchObject({ count: 23, isCapped: false })
    pages.push(page.data.map(({ id }) => id))
    if (!page.nextCursor) break
    page = await browseLeads(cast.max, { sort, limit: 4, cursor: page.nextCursor })
  }
  expect(new Set(pages.flat()).size).toBe(23)
  expect(pages.flat()).toEqual((await listLeads(cast.max, { sort, limit: 200 })).data.map(({ id }) => id))
  for (const before of pages.slice(0, -1).reverse()) {
    page = await browseLeads(cast.max, { sort, limit: 4, cursor: page.previousCursor ?? '' })
    expect(page.data.map(({ id }) => id)).toEqual(before)
  }
  expect(page.previousCursor).toBeNull()
})

test('every filter finds its leads, and counting agrees with listing', async () => {
  expect(await names({ stage: 'WARM' })).toBe(await db.leadState.count({ where: { stage: 'WARM' } }))
  expect(await names({ q: '100%_k' })).toBe(11)
  expect(await names({ q: 'NORRLAND FREIGHT' })).toBe(11)
  expect(await names({ q: 'lead7@' })).toBe(1)
  expect(await names({ q: 'lead_@' })).toBe(0)
  expect(await names({ q: 'freight lead7@' })).toBe(1)
  expect(await names({ q: 'ines freight' })).toBe(4)
  expect(await names({ q: '4930 555 0113' })).toBe(1)
  expect(await names({ q: '+4930-55501' })).toBe(6)
  expect(await names({ tag: 'fair' })).toBe(6)
  expect(await names({ touchesMin: 2, touchesMax: 3 })).toBe(8)
  expect(await names({ createdFrom: '2026-11-01', createdTo: '2026-11-01T04:00:00Z' })).toBe(4)
  expect(await names({ owner: cast.mia.id })).toBe(18)
  expect(await names({ rep: 'none' })).toBe(18)
  expect(await names({ channel: 'email' })).toBe(19)
  expect(await names({ channel: 'demo' })).toBe(0)
  expect(await names({ valueMin: 50, valueMax: 100 })).toBe(4)
  expect(await names({ lastTouchFrom: '2026-11-01', lastTouchTo: '2026-11-01T05:00:00Z' })).toBe(2)
  expect(await countLeads(cast.max, { touchesMin: 2, touchesMax: 3 })).toEqual({ count: 8, isCapped: false })
})

test('a word that is misspelled finds what is like it, when asked to, and only then', async () => {
  expect(await names({ q: 'Norland' })).toBe(0)
  expect(await names({ q: 'Norland', spelling: 'similar' })).toBe(23)
  expect(await names({ q: 'Frieght Pryia', spelling: 'similar' })).toBe(3)
  expect(await names({ q: 'zzyzx', spelling: 'similar' })).toBe(0)
})

test('leads that a campaign touched and leads that it did not are all leads', async () => {
  const fair = (await createCampaign(cast.mia, { name: 'Fair', channel: 'networking' })) as { id: string }
  const { data } = await listLeads(cast.max, { limit: 5 })
  const touches = await Promise.all(
    data.map(({ id }) => logTouch(cast.mia, { leadId: id, channel: 'networking', campaignId: fair.id })),
  )
  expect(await names({ campaign: fair.id })).toBe(5)
  expect(await names({ notCampaign: fair.id })).toBe(18)
  for (const { touchpoint } of touches) await voidTouch(cast.mia, { touchpointId: touchpoint.id })
  expect(await names({ campaign: fair.id })).toBe(0)
  expect(await names({ notCampaign: fair.id })).toBe(23)
})

test('a company written with other spaces and case is the same company', async () => {
  expect(await db.company.count()).toBe(2)
})

test('a rep sees own, created and once offered leads, and no others', async () => {
  const seen = (await listLeads(cast.sara, { limit: 200 })).data
  expect(seen.length).toBe(await db.leadState.count({ where: { wasOffered: true } }))
  const sams = (await listLeads(cast.sam, { limit: 200 })).data
  expect(sams.length).toBe(await db.leadState.count({ where: { OR: [{ wasOffered: true }, { repId: cast.sam.id }] } }))
  expect((await countLeads(cast.sam, { rep: 'me' })).count).toBe(5)
})

test('a cursor of another sort, or made up, is refused', async () => {
  const { nextCursor } = await listLeads(cast.max, { limit: 4 })
  const refusal = expect.objectContaining({ code: 'INVALID' }) as unknown
  await expect(listLeads(cast.max, { sort: 'name', cursor: nextCursor ?? '' })).rejects.toEqual(refusal)
  await expect(listLeads(cast.max, { cursor: 'nonsense' })).rejects.toEqual(refusal)
  const forged = Buffer.from(JSON.stringify({ sort: '-createdAt', value: 'soon', id: cast.max.id })).toString(
    'base64url',
  )
  await expect(listLeads(cast.max, { cursor: forged })).rejects.toEqual(refusal)
})
