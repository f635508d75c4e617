import { beforeAll, expect, test } from 'vitest'
import { createCampaign } from '@/lib/campaigns/create-campaign'
import { type Figure, figures } from '@/lib/campaigns/figure'
import { getCampaign } from '@/lib/campaigns/queries'
import { touchesByDay } from '@/lib/campaigns/touches-by-day'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { deleteLead } from '@/lib/leads/delete-lead'
import type { LeadFilters } from '@/lib/leads/filters'
import { listLeads } from '@/lib/leads/list-leads'
import { mergeLeads } from '@/lib/merges/merge-leads'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { voidTouch } from '@/lib/touchpoints/void-touch'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
let fair: string
let letter: string

const day = (n: number) => new Date(Date.parse('2026-10-01T09:00:00Z') + n * 86_400_000)

const leadCalled = async (firstName: string) => (await createLead(cast.mia, { firstName }, { now: day(0) })).id

async function touch(leadId: string, n: number, campaignId: string, more: object = {}) {
  const campaign = { channel: campaignId === fair ? 'networking' : 'direct_mail', campaignId }
  const { touchpoint } = await logTouch(cast.mia, { leadId, ...campaign, ...more }, { now: day(n) })
  return touchpoint.id
}

async function accepted(leadId: string, n: number) {
  const { id } = await db.handoff.findFirstOrThrow({ where: { leadId, status: 'WAITING' } })
  await acceptHandoff(cast.sam, { handoffId: id }, { now: day(n) })
}

beforeAll(async () => {
  cast = await castOf()
  fair = (await createCampaign(cast.mia, { name: 'Fair', channel: 'networking', budget: 1000 })).id
  letter = (await createCampaign(cast.mia, { name: 'Letter', channel: 'direct_mail' })).id

  const ines = await leadCalled('Ines')
  await touch(ines, 1, fair)
  await touch(ines, 2, letter)
  await touch(ines, 3, fair, { engaged: true })
  await accepted(ines, 4)
  await touch(ines, 5, letter)
  await touch(ines, 6, letter)
  await touch(ines, 7, fair)
  await closeLead(cast.sam, { leadId: ines, outcome: 'won' }, { now: day(8) })

  const tom = await leadCalled('Tom')
  await touch(tom, 1, letter)
  await offerLead(cast.mia, { leadId: tom }, { now: day(2) })
  await accepted(tom, 3)
  await touch(tom, 4, fair)

  const voided = await leadCalled('Voided')
  await touch(voided, 1, letter, { engaged: true })
  await touch(voided, 2, letter)
  const third = await touch(voided, 3, fair, { engaged: true })
  await voidTouch(cast.mia, { touchpointId: third }, { now: day(4) })

  const deleted = await leadCalled('Deleted')
  for (const n of [1, 2, 3]) await touch(deleted, n, fair, { engaged: true })
  await deleteLead(cast.max, { leadId: deleted }, { now: day(4) })

  const gone = await leadCalled('Gone')
  await touch(gone, 1, fair)
  await touch(gone, 2, fair)
  const kept = await leadCalled('Kept')
  await touch(kept, 3, letter)
  await mergeLeads(cast.max, { keptId: kept, goneId: gone }, { now: day(4) })
})

const namesOf = async (filters: LeadFilters) =>
  (await listLeads(cast.mia, { filters, limit: 200 })).data.map(({ name }) => name).toSorted()

const everyFigure = async (filtersOf: (figure: Figure) => LeadFilters) =>
  Object.fromEntries(
    await Promise.all(figures.map(async (figure) => [figure, await namesOf(filtersOf(figure))] as const)),
  )

test('a campaign is credited with the leads it reached, warmed and made hot, and what Sales then made of them', async () => {
  expect(await everyFigure((campaignFigure) => ({ campaign: fair, campaignFigure }))).toEqual({
    reach: ['Ines', 'Kept', 'Tom'],
    engaged: ['Ines'],
    warmed: ['Ines'],
    accepted: ['Ines'],
    hot: [],
    won: ['Ines'],
  })
  expect(await everyFigure((campaignFigure) => ({ campaign: letter, campaignFigure }))).toEqual({
    reach: ['Ines', 'Kept', 'Tom', 'Voided'],
    engaged: ['Voided'],
    warmed: ['Kept'],
    accepted: ['Ines', 'Tom'],
    hot: ['Ines'],
    won: ['Ines'],
  })
})

test('each figure of a campaign is the number of the leads that it lists', async () => {
  for (const id of [fair, letter]) {
    const campaign = await getCampaign(cast.mia, id)
    for (const campaignFigure of figures)
      expect([campaignFigure, campaign[campaignFigure]]).toEqual([
        campaignFigure,
        (await namesOf({ campaign: id, campaignFigure })).length,
      ])
  }
  expect((await getCampaign(cast.mia, fair)).touches).toBe(6)
})

test('the cost of each is the budget by the figure; without a budget or a lead there is none', async () => {
  const { costPer } = await getCampaign(cast.mia, fair)
  expect(costPer).toEqual({ reach: 333.33, engaged: 1000, warmed: 1000, accepted: 1000, hot: null, won: 1000 })
  expect(Object.values((await getCampaign(cast.mia, letter)).costPer)).toEqual(Array(6).fill(null))
})

test('the days of a campaign add up to its touches, reach and response', async () => {
  for (const id of [fair, letter]) {
    const days = await touchesByDay(cast.mia, id, 'Europe/Stockholm')
    const { touches, reach, engaged } = await getCampaign(cast.mia, id)
    const sum = (key: 'touches' | 'reach' | 'engaged') => days.reduce((total, of) => total + of[key], 0)
    expect([sum('touches'), sum('reach'), sum('engaged')]).toEqual([touches, reach, engaged])
  }
  expect(await touchesByDay(cast.mia, fair, 'Europe/Stockholm')).toContainEqual({
    day: '2026-10-04',
    touches: 1,
    reach: 0,
    engaged: 1,
  })
})
