import { expect, test } from 'vitest'
import { chooseColumns } from '@/components/ui/choose-columns'
import type { Column } from '@/components/ui/table'

const columns: Column<string>[] = [
  { key: 'name', header: 'Name', cell: (row) => row },
  { key: 'stage', header: 'Stage', cell: (row) => row, hideBelow: 'xl' },
  { key: 'value', header: 'Value', cell: (row) => row },
  { key: 'phone', header: 'Phone', cell: (row) => row, isExtra: true },
]
const keys = (chosen?: string) => chooseColumns(columns, chosen).map(({ key }) => key)

test('without a choice a list has its usual columns', () => {
  expect(keys()).toEqual(['name', 'stage', 'value'])
})

test('chosen columns stand in their order after the first, each once, on every screen', () => {
  expect(keys('phone,value,phone')).toEqual(['name', 'phone', 'value'])
  expect(chooseColumns(columns, 'stage')[1]?.hideBelow).toBeUndefined()
})

test('what is no column is left out, and the first always stays', () => {
  expect(keys('name,shoe,value')).toEqual(['name', 'value'])
  expect(keys('none')).toEqual(['name'])
})
