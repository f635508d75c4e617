import { expect, test } from 'vitest'
import { touchParams } from '@/lib/bulk/selection-params'
import { leadFilters } from '@/lib/leads/filters'

test('what a touch is never narrows the leads that it is for: no filter has the name of its parameters', () => {
  expect(Object.values(touchParams).filter((name) => name in leadFilters)).toEqual([])
})
