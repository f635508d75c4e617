import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { type Cast, castOf } from '@/tests/integration/cast'
import { importFile } from '@/tests/integration/imports/file-import'

const folder = path.resolve(import.meta.dirname, '../../../../shared/data')
const leadsFile = path.join(folder, 'olist_mql.csv')
const dealsFile = path.join(folder, 'olist_closed_deals.csv')

const channelOf = {
  social: 'social_media',
  paid_search: 'advertising',
  organic_search: 'content',
  email: 'email',
  referral: 'referral',
  direct_traffic: 'web_form',
  unknown: 'brand_awareness',
  display: 'advertising',
  other_publicities: 'brand_awareness',
  other: 'brand_awareness',
}

/** What the file itself says, read by something that is not the product. */
const rowsOf = (file: string) => parse(readFileSync(file), { columns: true, bom: true }) as Record<string, string>[]
const countBy = (values: string[]) => {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

// Patient with slow machines; how long it takes is said, not judged.
describe.skipIf(!existsSync(leadsFile))('real leads', { timeout: 240_000 }, () => {
  let cast: Cast
  const spent: Record<string, string> = {}
  const timed = async <Result>(what: string, work: () => Promise<Result>) => {
    const [start, before] = [performance.now(), process.memoryUsage().rss]
    const result = await work()
    const grown = (process.memoryUsage().rss - before) / 1024 / 1024
    spent[what] = `${((performance.now() - start) / 1000).toFixed(2)} s, ${grown.toFixed(0)} MB`
    return result
  }
  beforeAll(async () => {
    cast = await castOf()
    return () => void process.stdout.write(`${JSON.stringify(spent)}\n`)
  })

  test('8,000 rows become 8,000 leads, with the dates, sources and details of the file', async () => {
    const mapping = { columns: { mql_id: 'externalId', first_contact_date: 'createdAt', origin: 'source' } }
    const result = await timed('leads', () => importFile(cast.mia, readFileSync(leadsFile), { mapping }))
    expect(result).toMatchObject({ status: 'done', rows: 8000, created: 8000, updated: 0, skipped: 0, failed: 0 })
    const rows = rowsOf(leadsFile)
    const bySource = await db.lead.groupBy({ by: ['source'], _count: true })
    expect(Object.fromEntries(bySource.map(({ source, _count }) => [source ?? '', _count]))).toEqual(
      countBy(rows.map(({ origin = '' }) => origin)),
    )
    const [first] = rows
    expect(await db.lead.findFirst({ where: { externalId: first?.mql_id ?? '' } })).toMatchObject({
      createdAt: new Date(`${first?.first_contact_date}T00:00:00Z`),
      details: { landing_page_id: first?.landing_page_id },
    })
    expect(await db.leadState.count({ where: { desk: 'MARKETING', ownerId: cast.mia.id, stage: 'COLD' } })).toBe(8000)
  })

  test('the same file once more doubles nothing', async () => {
    const mapping = { columns: { mql_id: 'externalId', first_contact_date: 'createdAt', origin: 'source' } }
    const result = await timed('leads again', () => importFile(cast.mia, readFileSync(leadsFile), { mapping }))
    expect(result).toMatchObject({ created: 0, updated: 8000, failed: 0 })
    expect(await db.lead.count({ where: { version: { gt: 1 } } })).toBe(0)
  })

  test('again as touches: origins become channels, 60 empty ones a default', async () => {
    const mapping = {
      columns: { mql_id: 'lead.externalId', first_contact_date: 'occurredAt', origin: 'channel' },
      values: { channel: channelOf },
    }
    const lacking = await importFile(cast.mia, readFileSync(leadsFile), { kind: 'touchpoints', mapping })
    expect(lacking).toMatchObject({ created: 7940, failed: 60 })
    const whole = { ...mapping, defaults: { channel: 'web_form' } }
    const result = await timed('touches', () =>
      importFile(cast.mia, readFileSync(leadsFile), { kind: 'touchpoints', mapping: whole }),
    )
    expect(result).toMatchObject({ rows: 8000, created: 60, skipped: 7940, failed: 0 })
    expect(await db.touchpoint.count()).toBe(8000)
    expect(await db.leadState.count({ where: { touchCount: 1, lifetimeTouchCount: 1 } })).toBe(8000)
  })

  test('842 of them are won, one of them before it came to be', async () => {
    const order = {
      kind: 'outcomes',
      mapping: { columns: { mql_id: 'lead.externalId', won_date: 'closedAt' }, defaults: { outcome: 'won' } },
    }
    const result = await timed('outcomes', () => importFile(cast.max, readFileSync(dealsFile), order))
    expect(result).toMatchObject({ status: 'done', rows: 842, created: 842, failed: 0 })
    expect(await db.leadState.count({ where: { outcome: 'WON' } })).toBe(842)
    const [odd] = await db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from lead l join lead_state s on s.lead_id = l.id where s.closed_at < l.created_at`
    expect(odd?.count).toBe(1)
    expect(await importFile(cast.max, readFileSync(dealsFile), order)).toMatchObject({ created: 0, skipped: 842 })
  })
})
