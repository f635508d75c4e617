import { describe, expect, test } from 'vitest'
import { nextTouch, type NextTouchFigure } from '@/lib/next-touch/next-touch'
import { wilsonInterval } from '@/lib/statistics/wilson'
import { channelsOfRole } from '@/lib/touchpoints/channel'

const hot = { stage: 'HOT', before: 'email', last: 'meeting' } as const
const reps = channelsOfRole('rep')

const row = (
  before: NextTouchFigure['before'],
  next: NextTouchFigure['next'],
  won: number,
  leads: number,
): NextTouchFigure => ({ before, next, won, lost: leads - won })

/** Hot leads after an email and a meeting: 240 of 1,090 were won, with a demo next 58 of 187. */
const worked = [
  row('email', 'any', 240, 1090),
  row('email', 'demo', 58, 187),
  row('email', 'proposal', 60, 150),
  row('email', 'follow_up_call', 90, 400),
  row('email', 'webinar', 90, 100),
  row('email', 'introduction', 29, 29),
  row('any', 'any', 300, 2000),
  row('any', 'sales_email', 200, 300),
]

describe('the next best touch', () => {
  test('is what came next in leads like it that were won clearly more often than all of them, the surest first', () => {
    const found = nextTouch(worked, hot, reps)
    expect(found?.suggestions.map(({ channel, won, leads }) => [channel, won, leads])).toEqual([
      ['proposal', 60, 150],
      ['demo', 58, 187],
    ])
    // By the tables: 58 of 187 are 31.0%, and with 95% certainty 24.8% to 38.0%; all are 22.0%.
    const demo = found?.suggestions[1]
    expect(demo?.share).toBeCloseTo(0.31016, 5)
    expect([demo?.low, demo?.high].map((share) => share?.toFixed(3))).toEqual(['0.248', '0.380'])
    expect(found?.alike).toEqual({
      stage: 'HOT',
      channels: ['email', 'meeting'],
      won: 240,
      leads: 1090,
      share: 240 / 1090,
    })
  })

  test('is of the channels of one’s own team, and at most three', () => {
    expect(nextTouch(worked, hot, channelsOfRole('marketer'))?.suggestions).toMatchObject([{ channel: 'webinar' }])
    const many = [...worked, row('email', 'sales_email', 100, 120), row('email', 'cold_call', 110, 120)]
    const all = nextTouch(many, hot, channelsOfRole('manager'))?.suggestions
    expect(all?.map(({ channel }) => channel)).toEqual(['cold_call', 'webinar', 'sales_email'])
    expect(all?.every(({ low }, nth) => low <= (all[nth - 1]?.low ?? 1))).toBe(true)
  })

  test('compares by the last channel alone where the last two are too rare, and is silent where that is too', () => {
    const rare = [row('email', 'any', 10, 40), row('email', 'demo', 9, 29), ...worked.slice(-2)]
    expect(nextTouch(rare, hot, reps)).toMatchObject({
      suggestions: [{ channel: 'sales_email' }],
      alike: { channels: ['meeting'], leads: 2000 },
    })
    expect(nextTouch(worked, { ...hot, before: null }, reps)?.alike.channels).toEqual(['meeting'])
    expect(nextTouch(rare.slice(0, 2), hot, reps)).toBeNull()
    expect(nextTouch([], hot, reps)).toBeNull()
  })

  test('says so when none stands out: the low end of the interval has to lie above the share of all', () => {
    const even = [row('email', 'any', 220, 1000), row('email', 'demo', 33, 120)]
    expect(wilsonInterval(33, 120).low).toBeLessThan(0.22)
    expect(nextTouch(even, hot, reps)).toMatchObject({ suggestions: [], alike: { won: 220 } })
  })
})
