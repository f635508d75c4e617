import { expect, describe, test } from 'vitest'
import { daysAgo, explainStage, type StageFacts } from '@/lib/scoring/explain-stage'
import { defaultPolicy } from '@/lib/scoring/policy'

const now = new Date('2026-11-23T11:00:00Z')
const zone = 'Europe/Stockholm'
const at = (day: string) => new Date(`2026-11-${day}T11:00:00Z`)

const say = (facts: Partial<StageFacts>) =>
  explainStage(
    { touchCount: 0, lifetimeTouchCount: facts.touchCount ?? 0, lastTouchAt: null, recycledAt: null, ...facts },
    defaultPolicy,
    now,
    zone,
  ).join(' · ')

describe('a lead explains where it stands', () => {
  test('warm: how many more to hot, and when the last touch was', () => {
    expect(say({ touchCount: 4, lastTouchAt: at('14') })).toBe('1 more to hot · last touch 9 days ago')
  })

  test('cold: how many more to warm', () => {
    expect(say({ touchCount: 1, lastTouchAt: at('23') })).toBe('2 more to warm · last touch today')
    expect(say({})).toBe('3 more to warm')
  })

  test('hot: ready to close, and at the close-by number that it should', () => {
    expect(say({ touchCount: 5, lastTouchAt: at('22') })).toBe('hot, ready to close · last touch yesterday')
    expect(say({ touchCount: 15 })).toBe('hot, and it should close now')
  })

  test('over-touched: more than the number by which leads should close', () => {
    expect(say({ touchCount: 17 })).toBe('over-touched: leads should close by 15')
  })

  test('recycled: the count began anew, the history stays', () => {
    expect(say({ touchCount: 1, lifetimeTouchCount: 7, recycledAt: at('12'), lastTouchAt: at('20') })).toBe(
      '2 more to warm · counted anew since it came back · 7 touches in all · last touch 3 days ago',
    )
  })

  test('with a window: those that are too old to count are told', () => {
    expect(say({ touchCount: 2, lifetimeTouchCount: 8 })).toBe('1 more to warm · 8 touches in all')
  })
})

test('days are those of the company’s calendar, not of 24 hours', () => {
  const lateEvening = new Date('2026-11-22T22:30:00Z')
  expect(daysAgo(lateEvening, new Date('2026-11-22T23:30:00Z'), zone)).toBe('yesterday')
  expect(daysAgo(lateEvening, new Date('2026-11-22T23:30:00Z'), 'UTC')).toBe('today')
})
