import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figures } from '@/lib/campaigns/figure'
import { createCampaign } from '@/lib/campaigns/create-campaign'
import { db } from '@/lib/db'
import { presentFacts } from '@/lib/facts/present-facts'
import { markDoNotContact } from '@/lib/leads/mark-do-not-contact'
import { editLead } from '@/lib/leads/edit-lead'
import type { LeadFilters } from '@/lib/leads/filters'
import { findInFacts } from '@/lib/leads/in-facts/find-in-facts'
import { leadListOf, type LeadListing } from '@/lib/leads/lead-list'
import { browseLeads, countLeads } from '@/lib/leads/list-leads'
import { approachGroups } from '@/lib/reports/worth/approach'
import { funnelPlaces, funnelSteps } from '@/lib/reports/cohort/funnel-step'
import { allChannels } from '@/lib/touchpoints/channel'
import { castOf } from '@/tests/integration/cast'
import { anyLives, planOf } from '@/tests/integration/reports/random-lives'
import { letTimePass } from '@/tests/integration/reports/random-history'
import { runs } from '@/tests/integration/runs'

const dayMs = 86_400_000
const end = Date.now()
const begin = end - 84 * dayMs
const history = { begin: new Date(begin), turn: new Date(begin + 48 * dayMs), end: new Date(end) }
/** One of them is walked through several pages, forth and back. */
const sorts = ['createdAt', 'lastTouchAt', 'touchCount', 'value', 'warmedAt', 'hotAt', 'closedAt']
const limit = 7

const dayBefore = (days: number) => new Date(end - days * dayMs).toISOString().slice(0, 10)

/** Each filter that facts can answer, and what it may ask. */
function filtersOf(people: string[], campaigns: string[]): Record<string, fc.Arbitrary<LeadFilters>> {
  const one = <Name extends keyof LeadFilters>(name: Name, ...values: NonNullable<LeadFilters[Name]>[]) =>
    fc.constantFrom(...values).map((value) => ({ [name]: value }) as LeadFilters)
  const day = fc.integer({ min: 0, max: 90 }).map(dayBefore)
  const edge = (name: keyof LeadFilters) => day.map((edge) => ({ [name]: edge }) as LeadFilters)
  const person = [...people, 'me', 'none']
  const all = (...parts: fc.Arbitrary<LeadFilters>[]) =>
    fc.tuple(...parts).map((given) => Object.assign({}, ...given) as LeadFilters)
  const days = all(edge('touchedFrom'), edge('touchedTo'))
  return {
    stage: one('stage', 'COLD', 'WARM', 'HOT'),
    outcome: one('outcome', 'OPEN', 'WON', 'LOST'),
    desk: one('desk', 'MARKETING', 'QUEUE', 'SALES'),
    owner: one('owner', ...person),
    rep: one('rep', ...person),
    campaign: one('campaign', ...campaigns),
    ...Object.fromEntries(
      figures.map((figure) => [figure, all(one('campaign', ...campaigns), one('campaignFigure', figure))]),
    ),
    'not campaign': one('notCampaign', ...campaigns),
    channel: one('channel', ...allChannels),
    'channel then': all(one('channel', ...allChannels), days, one('channelFigure', ...figures)),
    'touched from': edge('touchedFrom'),
    'touched to': edge('touchedTo'),
    touched: days,
    'touched in a day': fc
      .integer({ min: 1, max: 90 })
      .map((days) => ({ touchedFrom: dayBefore(days), touchedTo: dayBefore(days - 1) })),
    tag: one('tag', 'fair', '","', 'Größe "L"', 'none'),
    source: one('source', 'Trade fair', 'Website', 'Nowhere'),
    'no source': one('noSource', 'yes'),
    touches: all(one('touchesMin', 0, 1, 3), one('touchesMax', 2, 4, 9)),
    created: all(edge('createdFrom'), edge('createdTo')),
    warmed: all(edge('warmedFrom'), edge('warmedTo')),
    closed: all(edge('closedFrom'), edge('closedTo')),
    'last touch': all(edge('lastTouchFrom'), edge('lastTouchTo')),
    value: all(one('valueMin', 0, 10, 99.99), one('valueMax', 99.99, 100.01, 5000)),
    employees: all(one('employeesMin', 1, 20), one('employeesMax', 20, 900)),
    'lost for': one('lostReason', 'no_budget', 'no_fit'),
    'touches to close': one('touchesAtClose', 0, 2, 4),
    'touches to close from': one('touchesAtCloseMin', 0, 2, 4),
    'first channel': one('firstChannel', 'none', ...allChannels),
    step: all(one('step', ...funnelSteps), one('at', ...funnelPlaces)),
    entered: one('step', ...funnelSteps),
    approach: one('approach', ...approachGroups),
    recycled: one('recycled', 'yes'),
    'over-touched': one('overTouched', 'yes'),
    asleep: one('asleep', 'yes', 'no'),
    'do not contact': one('doNotContact', 'yes', 'no'),
  }
}

/** What the database and facts find is asked twice in the same words: before facts are read, and after. */
test('what is found in memory is what the database finds', async () => {
  const cast = await castOf()
  const leadIds: string[] = []
  const [lives] = fc.sample(anyLives(50, 60), { numRuns: 1 })
  if (!lives) throw new Error('no lives')
  for (const { now, play } of planOf(cast, leadIds, lives, history)) {
    await letTimePass(new Date(now.getTime() - 1))
    await play(now)
  }
  const campaign = await createCampaign(cast.mia, { name: 'Fair', channel: 'meeting', startsOn: '2026-01-01' })
  const other = await createCampaign(cast.mia, { name: 'Talk', channel: 'webinar', startsOn: '2026-01-01' })
  await db.$executeRaw`
    update touchpoint set campaign_id = case when (lead_id::text || id) < '8' then ${campaign.id}::uuid else ${other.id}::uuid end
    where engaged`
  const live = await db.lead.findMany({ where: { deletedAt: null }, orderBy: { id: 'asc' } })
  for (const [nth, { id: leadId }] of live.entries()) {
    const tags = [['fair'], ['a', 'b'], ['","'], ['Größe "L"', 'fair'], []][nth % 5] ?? []
    const company = nth % 3 ? { company: { name: `Company ${nth % 9}` } } : {}
    const value = nth % 4 ? { value: [10, 99.99, 100, 4000][nth % 7] ?? 0.01 } : {}
    await editLead(cast.max, { leadId, version: null, changes: { tags, ...company, ...value } })
    if (nth % 6 === 0) await markDoNotContact(cast.max, { leadId, doNotContact: true })
  }
  await db.$executeRaw`update company set employees = 10 + length(name) * (id::text < '8')::int`
  const byName = filtersOf([cast.mia.id, cast.sam.id, cast.sara.id], [campaign.id, other.id])
  const any = fc.oneof(...Object.values(byName))
  const listings: LeadListing[] = [
    ...Object.values(byName).flatMap((filters) => fc.sample(filters, runs(8))),
    ...fc.sample(
      fc.tuple(any, any).map((two) => Object.assign({}, ...two) as LeadFilters),
      200,
    ),
  ].map((filters, nth) => ({ filters, sort: `${nth % 3 ? '-' : ''}${sorts[nth % sorts.length]}` }))

  const read = async (listing: LeadListing) => {
    const pages = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof browseLeads>> = await browseLeads(cast.max, {
        ...listing,
        limit,
        ...(cursor ? { cursor } : {}),
      })
      pages.push({ ...page, data: page.data.map(({ id }) => id) })
      cursor = page.nextCursor
    } while (cursor && pages.length < (listing.sort === '-value' ? 4 : 1))
    const back = pages.at(-1)?.previousCursor
    const before = back ? await browseLeads(cast.max, { ...listing, limit, cursor: back }) : null
    return {
      listing,
      pages,
      before: before?.data.map(({ id }) => id),
      count: await countLeads(cast.max, listing.filters),
    }
  }
  const byDatabase = []
  for (const listing of listings) byDatabase.push(await read(listing))
  await presentFacts()
  for (const expected of byDatabase) {
    const list = await leadListOf(cast.max, expected.listing)
    expect(await findInFacts(list, 1, { waitMs: 60_000 })).not.toBeNull()
    expect(await read(expected.listing)).toEqual(expected)
  }
  // The test can fail only where something is found.
  const found = byDatabase.filter(({ count }) => count.count > 0 && count.count < live.length)
  expect(found.length).toBeGreaterThan(byDatabase.length / 4)
}, 120_000)
