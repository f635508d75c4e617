import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { deleteLead } from '@/lib/leads/delete-lead'
import type { LeadFilters } from '@/lib/leads/filters'
import { browseLeads, listLeads } from '@/lib/leads/list-leads'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { voidTouch } from '@/lib/touchpoints/void-touch'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
const many = 10_400
/** Of a state, of a lead, by name, and where few have a value. */
const sorts = ['-createdAt', 'lastTouchAt', 'value', '-name', 'email', 'company', '-owner', 'hotAt'] as const

/** Every hundredth lead is from a fair; the first 300 were touched once and are silent since, the last ones are new. */
beforeAll(async () => {
  cast = await castOf()
  await db.$executeRaw`
    with added as (
      insert into lead (first_name, email, title, source, value, created_at)
      select 'Number ' || n, 'number' || n || '@many.example', 'Buyer ' || n % 7, case when n % 100 = 0 then 'Fair' end,
        n % 9, '2026-01-01'::timestamptz + make_interval(mins => n)
      from generate_series(1, ${many}::int) n
      returning id, created_at, source, value, split_part(first_name, ' ', 2)::int as n
    )
    insert into lead_state (lead_id, created_at, source, value, policy_version, touch_count, last_touch_at)
    select id, created_at, source, value, 1, n % 4, case when n <= 300 then '2026-02-01'::timestamptz else now() end from added`
  await db.$executeRaw`analyze lead, lead_state`
})

const idsOf = async (filters: LeadFilters, sort?: string) =>
  (await listLeads(cast.max, { filters, limit: 200, sort })).data.map(({ id }) => id)

test.each(sorts)('of leads with a filter, sorted by %s, each is met once and in order', async (sort) => {
  const all = await idsOf({ source: 'Fair', touchesMax: 0 }, sort)
  expect(new Set(all).size).toBe(104)
  const walked: string[] = []
  let cursor: string | undefined
  do {
    const page = await listLeads(cast.max, { filters: { source: 'Fair' }, sort, limit: 60, cursor })
    walked.push(...page.data.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(walked).toEqual(all)
})

test('leads that come far down in the order are found as those at its beginning', async () => {
  const silent = await listLeads(cast.max, { filters: { lastTouchTo: '2026-03-01' }, limit: 3 })
  expect(silent.data.map(({ name }) => name)).toEqual(['Number 300', 'Number 299', 'Number 298'])
  const next = await listLeads(cast.max, {
    filters: { lastTouchTo: '2026-03-01' },
    limit: 1,
    cursor: silent.nextCursor ?? '',
  })
  expect(next.data.map(({ name }) => name)).toEqual(['Number 297'])
})

test('more than ten thousand are counted as more than ten thousand, and their pages are the same', async () => {
  const page = await browseLeads(cast.max, { filters: { valueMin: 0 }, limit: 2 })
  expect(page).toMatchObject({ count: 10_000, isCapped: true })
  expect(page.data.map(({ name }) => name)).toEqual([`Number ${many}`, `Number ${many - 1}`])
  expect(await browseLeads(cast.max, { filters: { source: 'Fair' }, limit: 1 })).toMatchObject({ count: 104 })
})

test('touched from a day on is what was touched then or later, and not what was voided since', async () => {
  const filters = { touchedFrom: '2026-10-01', touchedTo: '2026-11-01' }
  const [leadId = ''] = await idsOf({ lastTouchTo: '2026-03-01' })
  const at = { leadId, channel: 'email', occurredAt: '2026-10-05T10:00:00Z' }
  const { touchpoint } = await logTouch(cast.mia, at)
  expect(await idsOf(filters)).toEqual([leadId])
  expect(await idsOf({ ...filters, channel: 'email' })).toEqual([leadId])
  expect(await idsOf({ ...filters, channel: 'demo' })).toEqual([])
  await voidTouch(cast.mia, { touchpointId: touchpoint.id })
  expect(await idsOf(filters)).toEqual([])
})

test('leads with very many touches are counted exactly, and those that are gone are not', async () => {
  await db.$executeRaw`
    with touched as (select lead_id from lead_state where deleted_at is null order by created_at desc limit 400)
    insert into touchpoint (lead_id, channel, occurred_at, logged_at)
    select lead_id, 'webinar', '2026-08-01'::timestamptz + make_interval(mins => n), now()
    from touched cross join generate_series(1, 40) n`
  const inAugust = { channel: 'webinar', touchedFrom: '2026-08-01', touchedTo: '2026-08-02' } as const
  await db.$executeRaw`
    update lead_state set first_touch_at = '2026-08-01', last_touch_at = '2026-08-02'
    where lead_id in (select lead_id from touchpoint where channel = 'webinar')`
  for (const filters of [{ channel: 'webinar' } as const, inAugust]) {
    const page = await browseLeads(cast.max, { filters, limit: 2 })
    expect(page).toMatchObject({ count: 400, isCapped: false })
    expect(page.data.map(({ name }) => name)).toEqual([`Number ${many}`, `Number ${many - 1}`])
  }
  await deleteLead(cast.max, { leadId: (await idsOf({ channel: 'webinar' }))[0] ?? '' })
  expect(await browseLeads(cast.max, { filters: inAugust })).toMatchObject({ count: 399 })
})
