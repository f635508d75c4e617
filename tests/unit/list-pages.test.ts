import { describe, expect, test } from 'vitest'
import { rangeInWords } from '@/components/ui/pagination'
import { hrefWith, nextSort } from '@/components/ui/search-params'

const noun = { one: 'lead', many: 'leads' }

describe('pages of a list', () => {
  test('say which part is seen', () => {
    expect(rangeInWords({ start: 0, shown: 50, total: 8000, noun })).toBe('1 to 50 of 8,000 leads')
    expect(rangeInWords({ start: 7950, shown: 50, total: 8000, noun })).toBe('7,951 to 8,000 of 8,000 leads')
  })
  test('a short list is only counted', () => {
    expect(rangeInWords({ start: 0, shown: 1, total: 1, noun })).toBe('1 lead')
    expect(rangeInWords({ start: 0, shown: 0, total: 0, noun })).toBe('No leads')
  })
})

describe('addresses of a list', () => {
  test('another filter keeps the others and begins on the first page', () => {
    expect(hrefWith('/leads', { q: 'åsa', cursor: 'x', start: '50' }, { stage: 'warm' })).toBe(
      '/leads?q=%C3%A5sa&stage=warm',
    )
  })
  test('the next page keeps the filters', () => {
    expect(hrefWith('/leads', { q: 'a', cursor: 'x', start: '50' }, { cursor: 'y', start: 100 })).toBe(
      '/leads?q=a&cursor=y&start=100',
    )
  })
  test('null takes a filter out', () => {
    expect(hrefWith('/leads', { stage: ['warm', 'hot'] }, { stage: null })).toBe('/leads')
  })
  test('a second click on a column turns its order around', () => {
    expect(nextSort(undefined, 'name')).toBe('-name')
    expect(nextSort('-name', 'name')).toBe('name')
  })
})
