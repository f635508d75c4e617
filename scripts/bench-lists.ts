import type { Actor } from '@/lib/access/actor'
import { channelFigures } from '@/lib/campaigns/channel-figures'
import { browseCampaigns } from '@/lib/campaigns/list-campaigns'
import { db } from '@/lib/db'
import { type LeadFilters, leadSortWords } from '@/lib/leads/filters'
import { browseLeads } from '@/lib/leads/list-leads'
import { searchEverything } from '@/lib/leads/search-everything'
import { within } from './bench-measure'

/** Milliseconds that a page of a list and its count may take. */
const mostOfOne = 50
const mostOfAny = 500
const mostOfSearch = 150

const dayMs = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString().slice(0, 10)

/** What people filter by, each by the words in which the pairs name it. */
async function filtersByName(): Promise<Record<string, LeadFilters>> {
  const person = (email: string) => db.person.findUniqueOrThrow({ where: { email }, select: { id: true } })
  const [owner, rep] = await Promise.all([person('marketer3@bench.example'), person('rep3@bench.example')])
  const campaign = await db.campaign.findUniqueOrThrow({ where: { nameKey: 'campaign 7' }, select: { id: true } })
  return {
    stage: { stage: 'WARM' },
    cold: { stage: 'COLD' },
    outcome: { outcome: 'WON' },
    desk: { desk: 'SALES' },
    queue: { desk: 'QUEUE' },
    owner: { owner: owner.id },
    rep: { rep: rep.id },
    campaign: { campaign: campaign.id },
    'not campaign': { notCampaign: campaign.id },
    channel: { channel: 'webinar' },
    touches: { touchesMin: 3, touchesMax: 4 },
    'channel in a month': { channel: 'webinar', touchedFrom: daysAgo(60), touchedTo: daysAgo(30) },
    'touched in a week': { touchedFrom: daysAgo(7) },
    'touched in a past week': { touchedFrom: daysAgo(200), touchedTo: daysAgo(193) },
    silent: { lastTouchTo: daysAgo(90) },
    'silent for a year': { lastTouchTo: daysAgo(365) },
    warmed: { warmedFrom: daysAgo(60), warmedTo: daysAgo(30) },
    'lost for a reason': { lostReason: 'no_fit' },
    'touches to close': { touchesAtClose: 3 },
    'over-touched': { overTouched: 'yes' },
    'step of the funnel': { step: 'warm', at: 'stillHere' },
    'no owner': { owner: 'none' },
    source: { source: 'Website' },
    tag: { tag: 'freight' },
    created: { createdFrom: daysAgo(60), createdTo: daysAgo(30) },
    value: { valueMin: 80_000 },
  }
}

const usualPairs =
  'stage+owner stage+source stage+campaign stage+channel stage+silent stage+value stage+tag stage+created desk+stage desk+owner outcome+source outcome+owner rep+stage rep+silent campaign+channel campaign+owner owner+source owner+silent owner+created source+silent tag+source'.split(
    ' ',
  )
const otherCombinations =
  'channel+silent tag+created campaign+source+owner stage+owner+source desk+cold+silent+tag'.split(' ')
const searches = ['ines', 'berg', 'ines bergstan', 'company 1234', 'lead7777@', 'nobody of this name', '+49 30 1234']
const misspelled = ['bergstorm', 'manquiros', 'feredick lingar']

/** Lists of leads, what is found by typing, and the figures of campaigns and channels. */
export async function measureLists(actor: Actor): Promise<void> {
  const byName = await filtersByName()
  const combined = (names: string): LeadFilters => Object.assign({}, ...names.split('+').map((name) => byName[name]))
  const list = (filters: LeadFilters) => () => browseLeads(actor, { filters })
  for (const sort of leadSortWords) await within(mostOfOne, `all by ${sort}`, () => browseLeads(actor, { sort }))
  for (const [name, filters] of Object.entries(byName)) await within(mostOfOne, name, list(filters))
  for (const pair of usualPairs) await within(mostOfOne, pair, list(combined(pair)))
  for (const names of otherCombinations) await within(mostOfAny, names, list(combined(names)))
  for (const q of searches) await within(mostOfSearch, `search "${q}"`, list({ q }))
  for (const q of misspelled) await within(mostOfSearch, `misspelled "${q}"`, list({ q, spelling: 'similar' }))
  for (const q of searches) await within(mostOfSearch, `typed "${q}"`, () => searchEverything(actor, q))
  const days = { from: daysAgo(90), to: daysAgo(0) }
  await within(1000, 'channels, 90 days', () => channelFigures(actor, days, 'UTC'), 1)
  await within(1000, 'campaigns, a page of 50', () => browseCampaigns(actor, {}), 1)
}
