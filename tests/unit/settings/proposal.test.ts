import { describe, expect, test } from 'vitest'
import { defaultPolicy } from '@/lib/scoring/policy'
import { policyChanges } from '@/lib/settings/policy-words'
import { proposalParameters, proposedPolicy } from '@/lib/settings/proposal'

const proposed = {
  ...defaultPolicy,
  warmAt: 4,
  windowDays: 90,
  channels: {
    ...defaultPolicy.channels,
    email: { counts: 'engaged' as const, dailyCap: 2 },
    advertising: { counts: 'never' as const, dailyCap: null },
  },
}

describe('a proposed policy', () => {
  test('is an address that says only what differs, and is read back from it', () => {
    const address = proposalParameters(proposed, defaultPolicy)
    expect(address).toEqual({ warmAt: '4', windowDays: '90', email: 'engaged.2', advertising: 'never' })
    expect(proposedPolicy(address, defaultPolicy)).toEqual(proposed)
    expect(proposedPolicy(proposalParameters(defaultPolicy, proposed), proposed)).toEqual(defaultPolicy)
  })

  test('is none where nothing differs, and where the address is no policy', () => {
    expect(proposedPolicy({}, defaultPolicy)).toBeNull()
    expect(proposedPolicy({ warmAt: '3' }, defaultPolicy)).toBeNull()
    expect(proposedPolicy({ warmAt: '9' }, defaultPolicy)).toBeNull()
    expect(proposedPolicy({ email: 'sometimes' }, defaultPolicy)).toBeNull()
    expect(proposedPolicy({ hotAt: ['6', '7'] }, defaultPolicy)?.hotAt).toBe(6)
  })

  test('says in words what it changes', () => {
    expect(policyChanges(defaultPolicy, proposed)).toEqual([
      'Warm at 4 touches, was 3 touches',
      'A touch counts for 90 days, was forever',
      'Advertising counts never, was always',
      'Email counts if engaged, 2 a day at most, was always',
    ])
  })
})
