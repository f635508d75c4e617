import { beforeAll, expect, test } from 'vitest'
import { calendarCampaigns } from '@/lib/campaigns/calendar-campaigns'
import { createCampaign } from '@/lib/campaigns/create-campaign'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
  for (const [name, startsOn, endsOn] of [
    ['Last day of October', '2026-10-01', '2026-10-31'],
    ['First day of November', '2026-10-20', '2026-11-01'],
    ['Whole year', '2026-01-01', '2026-12-31'],
    ['Last day of November', '2026-11-30', '2026-12-05'],
    ['First day of December', '2026-12-01', '2026-12-02'],
    ['Since October', '2026-10-15', undefined],
    ['Until November', undefined, '2026-11-10'],
    ['Whenever', undefined, undefined],
  ])
    await createCampaign(cast.mia, { name, channel: 'email', startsOn, endsOn })
})

test('the calendar has the campaigns that run on a day of it, by their start, and those without dates apart', async () => {
  const { dated, undated, isCut } = await calendarCampaigns(cast.mia, { first: '2026-11-01', last: '2026-11-30' })
  expect(dated.map(({ name }) => name)).toEqual([
    'Until November',
    'Whole year',
    'Since October',
    'First day of November',
    'Last day of November',
  ])
  expect(dated[3]).toMatchObject({ startsOn: '2026-10-20', endsOn: '2026-11-01' })
  expect(undated.map(({ name }) => name)).toEqual(['Whenever'])
  expect(isCut).toBe(false)
})
