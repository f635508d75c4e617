import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { type Cast, castOf } from '@/tests/integration/cast'
import { importFile } from '@/tests/integration/imports/file-import'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

test('two people import the same 5,000 addresses at once, one from the other end: 5,000 leads, and no row fails', async () => {
  const rows = Array.from({ length: 5000 }, (_, n) => `p${n}@both.example,Person ${n},Company ${n % 700}`)
  const file = (lines: string[]) => ['email,firstName,company.name', ...lines].join('\n')
  const [mias, maxs] = await Promise.all([
    importFile(cast.mia, file(rows)),
    importFile(cast.max, file(rows.toReversed())),
  ])
  for (const result of [mias, maxs]) {
    expect(result).toMatchObject({ status: 'done', failed: 0, reasons: {} })
    expect(result.created + result.updated + result.skipped).toBe(5000)
  }
  expect(mias.created + maxs.created).toBe(5000)
  expect(await db.lead.count()).toBe(5000)
  expect(await db.company.count()).toBe(700)
  expect(await db.activity.count({ where: { type: 'lead_created' } })).toBe(5000)
}, 120_000)
