import { describe, expect, test } from 'vitest'
import { daysAgo, explainStage, type StageFacts } from '@/lib/scoring/explain-stage'
import { defaultPolicy } from '@/lib/scoring/policy'

const now = new Date('2026-11-23T11:00:00Z')
const zone = 'Europe/Stockholm'
const at = (day: string) => new Date(`2026-11-${day}T11:00:00Z`)

const say = (facts: Partial<StageFacts>, rules = {}) =>
  explainStage(
    { touchCount: 0, lifetimeTouchCount: facts.touchCount ?? 0, lastTouchAt: null, recycledAt: null, ...facts },
    { ...defaultPolicy, ...rules },
    now,
    zone,
  )

describe('a lead explains where it stands', () => {
  test('warm: how many more to hot, and when the last touch was', () => {
    expect(say({ touchCount: 4, lastTouchAt: at('14') })).toBe('4 touches, 1 more to hot; the last one 9 days ago')
  })

  test('cold: how many more to warm, one touch in the singular, none at all', () => {
    expect(say({ touchCount: 1, lastTouchAt: at('23') })).toBe('1 touch, 2 more to warm; the last one today')
    expect(say({})).toBe('No touch yet, 3 more to warm')
  })

  test('hot: ready to close, and at the close-by number that it should', () => {
    expect(say({ touchCount: 5, lastTouchAt: at('22') })).toBe('5 touches, hot, ready to close; the last one yesterday')
    expect(say({ touchCount: 15 })).toBe('15 touches, hot, and it should close now')
  })

  test('over-touched: more than the number by which leads should close', () => {
    expect(say({ touchCount: 17 })).toBe('17 touches, over-touched: leads should close by 15')
  })

  test('recycled: the count began anew, the history stays', () => {
    expect(say({ touchCount: 0, lifetimeTouchCount: 6, recycledAt: at('12'), lastTouchAt: at('10') })).toBe(
      'No touch since it came back (6 in all), 3 more to warm; the last one 13 days ago',
    )
    expect(say({ touchCount: 1, lifetimeTouchCount: 7, recycledAt: at('12'), lastTouchAt: at('20') })).toBe(
      '1 touch since it came back (7 in all), 2 more to warm; the last one 3 days ago',
    )
  })

  test('with a window: only what is young enough counts', () => {
    expect(say({ touchCount: 2, lifetimeTouchCount: 8, lastTouchAt: at('20') }, { windowDays: 90 })).toBe(
      '2 touches in the last 90 days (8 in all), 1 more to warm; the last one 3 days ago',
    )
    expect(say({ touchCount: 2, lifetimeTouchCount: 2 }, { windowDays: 90 })).toBe('2 touches, 1 more to warm')
  })
})

test('days are those of the company’s calendar, not of 24 hours', () => {
  const lateEvening = new Date('2026-11-22T22:30:00Z')
  expect(daysAgo(lateEvening, new Date('2026-11-22T23:30:00Z'), zone)).toBe('yesterday')
  expect(daysAgo(lateEvening, new Date('2026-11-22T23:30:00Z'), 'UTC')).toBe('today')
})
