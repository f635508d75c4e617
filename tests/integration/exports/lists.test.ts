import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { createCampaign } from '@/lib/campaigns/create-campaign'
import { downloadOf } from '@/lib/exports/download'
import { exportCampaigns } from '@/lib/exports/export-campaigns'
import { exportCompanies } from '@/lib/exports/export-companies'
import { exportHandoffs } from '@/lib/exports/export-handoffs'
import { exportLeads } from '@/lib/exports/export-leads'
import { columnsToExport } from '@/lib/exports/lead-columns'
import { csvAnswer, type CsvCell } from '@/lib/exports/csv-answer'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { createCompany } from '@/lib/companies/create-company'
import { createLead } from '@/lib/leads/create-lead'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
const leadIds: string[] = []
beforeAll(async () => {
  cast = await castOf()
  for (const firstName of ['Ines', 'Jan', 'Kim'])
    leadIds.push((await createLead(cast.mia, { firstName, company: { name: 'Norrland' }, value: 5 })).id)
  for (let n = 0; n < 201; n++) await createCompany(cast.mia, { name: `Company ${n}` })
})

const rowsOf = async (rows: AsyncIterable<CsvCell[]>) =>
  parse(await csvAnswer('list.csv', rows).text(), { columns: true }) as Record<string, string>[]

test('companies are exported beyond one page, and as they are searched', async () => {
  const all = await rowsOf(exportCompanies(cast.max, {}))
  expect(new Set(all.map(({ id }) => id)).size).toBe(202)
  expect(await rowsOf(exportCompanies(cast.max, { q: 'norr' }))).toMatchObject([{ name: 'Norrland', 'leads.all': '3' }])
})

test('campaigns and handoffs are exported as their pages show them', async () => {
  await createCampaign(cast.mia, { name: '=Fair', channel: 'networking', budget: 10 })
  expect(await rowsOf(exportCampaigns(cast.max, { q: 'fair' }))).toMatchObject([{ name: "'=Fair", reach: '0' }])
  await offerLead(cast.mia, { leadId: leadIds[0], note: 'Call her' })
  expect(await rowsOf(exportHandoffs(cast.max, {}))).toMatchObject([
    { lead: 'Ines', status: 'WAITING', note: 'Call her' },
  ])
  expect(await rowsOf(exportHandoffs(cast.max, { view: 'closed' }))).toEqual([])
})

test('ticked leads are exported alone, with the columns that the list shows', async () => {
  const columns = columnsToExport('company,value')?.split(',')
  const rows = await rowsOf(exportLeads(cast.max, { filters: {}, leadIds: leadIds.slice(1) }, columns))
  expect(rows.map(({ firstName }) => firstName)).toEqual(['Jan', 'Kim'])
  expect(Object.keys(rows[0] ?? {})).toEqual([
    'id',
    'externalId',
    'email',
    'firstName',
    'lastName',
    'title',
    'company.name',
    'value',
    'currency',
  ])
})

test('lists are exported by managers and admins alone', () => {
  for (const exported of [exportCompanies, exportCampaigns, exportHandoffs])
    expect(() => exported(cast.mia, {})).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }))
  const download = (actor: Actor) =>
    downloadOf(actor, new URL('http://127.0.0.1/exports/companies.csv?colour=red'), 'x.csv', {}, exportCompanies)
  expect([download(cast.sam).status, download(cast.max).status]).toEqual([404, 422])
})

test('who stops reading an export has no more rows read for them', async () => {
  let asked = 0
  async function* endless(): AsyncGenerator<CsvCell[]> {
    for (;;) yield [++asked, 'x'.repeat(1000)]
  }
  const reader = csvAnswer('endless.csv', endless()).body?.getReader()
  await reader?.read()
  const whileRead = asked
  await reader?.cancel()
  await new Promise((resolve) => setImmediate(resolve))
  const afterwards = asked
  await new Promise((resolve) => setImmediate(resolve))
  expect(asked).toBe(afterwards)
  expect(whileRead).toBeLessThan(1000)
})
