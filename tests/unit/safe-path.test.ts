import { expect, test } from 'vitest'
import { safePath, signInHref } from '@/lib/access/safe-path'

test.each([
  ['/leads?stage=WARM&q=a%26b#top', '/leads?stage=WARM&q=a%26b#top'],
  ['/', '/'],
  ['/leads/../sales', '/sales'],
])('after signing in %s leads to %s', (to, expected) => {
  expect(safePath(to)).toBe(expected)
})

test.each([
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/\\/evil.example',
  '/\t/evil.example',
  '/leads/..//evil.example',
  'javascript:alert(1)',
  '%2F%2Fevil.example',
  ' //evil.example',
  '/sign-in?to=/sign-in',
  '/api/auth/signout',
  '/setup',
  '',
  undefined,
  null,
])('%j leads to the start', (to) => {
  expect(safePath(to)).toBe('/')
})

test('whatever comes out stays on this site', () => {
  for (const to of ['/@evil.example', '/.evil.example', '/%5Cevil.example', '/a//b'])
    expect(new URL(safePath(to), 'https://baton.example').origin).toBe('https://baton.example')
})

test('the sign-in page remembers where somebody wanted to go', () => {
  expect(signInHref('/leads?q=a b')).toBe('/sign-in?to=%2Fleads%3Fq%3Da%2520b')
  expect(signInHref('//evil.example')).toBe('/sign-in')
})
