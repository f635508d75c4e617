import { describe, expect, test } from 'vitest'
import { endOfDay, instantOf, localOf } from '@/lib/local-time'

const zone = 'Europe/Stockholm'

describe('times that forms send', () => {
  test('are read by the company’s clock, in summer and in winter', () => {
    expect(instantOf('2026-11-23T10:42', zone)).toBe('2026-11-23T09:42:00.000Z')
    expect(instantOf('2026-07-01T10:42', zone)).toBe('2026-07-01T08:42:00.000Z')
    expect(localOf(new Date('2026-07-01T08:42:30Z'), zone)).toBe('2026-07-01T10:42')
  })

  test('are handed on as typed when they are none, or when the zone is none', () => {
    expect(instantOf('soon', zone)).toBe('soon')
    expect(instantOf('2026-02-30T10:00', zone)).toBe('2026-02-30T10:00')
    expect(instantOf('2026-11-23T10:42', 'Nowhere/Land')).toBe('2026-11-23T10:42')
  })

  test('a day ends at midnight of the zone; today has not ended', () => {
    const now = new Date('2026-11-23T23:30:00Z')
    expect(endOfDay('2026-11-20', zone, now)).toBe('2026-11-20T22:59:59.000Z')
    expect(endOfDay('2026-11-24', zone, now)).toBeUndefined()
    expect(endOfDay('2026-11-23', zone, now)).toBe('2026-11-23T22:59:59.000Z')
    expect(endOfDay('yesterday', zone, now)).toBe('yesterday')
  })
})
