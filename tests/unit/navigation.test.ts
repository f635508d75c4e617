import { describe, expect, test } from 'vitest'
import { homeOf, navigationFor, thumbPlaces } from '@/components/shell/navigation'
import type { Role } from '@/prisma/generated/enums'

const seenBy = (role: Role) => {
  const { main, foot } = navigationFor({ role })
  return [...main.flat(), ...foot].map(({ label }) => label)
}

describe('the navigation shows what a person may do', () => {
  test('a rep works the queue and the records', () => {
    expect(seenBy('rep')).toEqual(['Sales', 'Handoffs', 'My day', 'Notifications', 'Leads', 'Companies'])
  })
  test('a marketer warms leads, runs campaigns and imports', () => {
    expect(seenBy('marketer')).toEqual([
      'Marketing',
      'Handoffs',
      'My day',
      'Notifications',
      'Leads',
      'Companies',
      'Campaigns',
      'Duplicates',
      'Bulk actions',
      'Import',
    ])
  })
  test('managers and admins see all places', () => {
    const all = [
      'Marketing',
      'Sales',
      'Handoffs',
      'My day',
      'Notifications',
      'Leads',
      'Companies',
      'Campaigns',
      'Dashboard',
      'Duplicates',
      'Bulk actions',
      'Import',
      'Settings',
    ]
    expect(seenBy('manager')).toEqual(all)
    expect(seenBy('admin')).toEqual(all)
  })
  test('everybody starts at their own work', () => {
    expect((['marketer', 'rep', 'manager', 'admin'] as const).map((role) => homeOf({ role }))).toEqual([
      '/marketing',
      '/sales',
      '/dashboard',
      '/dashboard',
    ])
  })
  test('the thumb reaches three places', () => {
    expect(thumbPlaces({ role: 'rep' }).map(({ label }) => label)).toEqual(['Sales', 'Leads', 'My day'])
  })
})
