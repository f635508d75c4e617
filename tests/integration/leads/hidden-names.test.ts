import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { filterNames } from '@/lib/leads/filter-names'
import { castOf } from '@/tests/integration/cast'

test('a rep, who may not import, is not told what file an import had', async () => {
  const { mia, sam } = await castOf()
  const { id } = await db.import.create({
    data: { kind: 'leads', status: 'done', fileName: 'layoffs.csv', fileSize: 1, shape: {}, createdById: mia.id },
  })
  expect(await filterNames(mia, { import: id })).toEqual({ import: 'layoffs.csv' })
  expect(await filterNames(sam, { import: id })).toEqual({})
})
