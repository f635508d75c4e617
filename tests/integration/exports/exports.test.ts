import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { createLead } from '@/lib/leads/create-lead'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { apiOf } from '@/tests/integration/api/client'
import { importFile } from '@/tests/integration/imports/file-import'

let people: Awaited<ReturnType<typeof apiOf>>
beforeAll(async () => {
  people = await apiOf()
  const { mia } = people.cast
  const { id } = await createLead(mia, {
    firstName: '=HYPERLINK("http://evil.example","x")',
    email: 'ines@norrland.example',
    phone: '+46 70 1',
    externalId: 'A1',
    company: { name: 'Ångström, "AB"', domain: 'ang.example' },
    value: 1234.5,
    tags: ['fair', 'north'],
    details: { Colour: 'red' },
    source: '-2+3',
  })
  await createLead(mia, { email: 'second@x.example' })
  await logTouch(mia, {
    leadId: id,
    channel: 'webinar',
    note: '@everybody',
    occurredAt: new Date('2026-01-01T10:00:00Z'),
  })
})

const rowsOf = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[]

test('leads come as a file that no spreadsheet executes, filtered as their list', async () => {
  const { status, headers, text } = await people.api.max('GET', '/exports/leads.csv?q=norrland')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(headers.get('content-disposition')).toBe('attachment; filename="leads.csv"')
  expect(rowsOf(text)).toMatchObject([
    {
      externalId: 'A1',
      firstName: `'=HYPERLINK("http://evil.example","x")`,
      phone: '+46 70 1',
      source: "'-2+3",
      'company.name': 'Ångström, "AB"',
      value: '1234.5',
      currency: 'EUR',
      tags: 'fair; north',
      owner: 'mia@baton.example',
      stage: 'COLD',
      touchCount: '1',
      details: '{"Colour": "red"}',
    },
  ])
})

test('touches come with their leads', async () => {
  const { text } = await people.api.ada('GET', '/exports/touchpoints.csv')
  expect(rowsOf(text)).toMatchObject([
    {
      'lead.externalId': 'A1',
      channel: 'webinar',
      team: 'marketing',
      engaged: 'false',
      occurredAt: '2026-01-01T10:00:00.000Z',
      note: "'@everybody",
      voidedAt: '',
    },
  ])
})

test('an export can be imported: nothing is doubled, nothing changes', async () => {
  const leads = await people.api.max('GET', '/exports/leads.csv')
  const [header = ''] = leads.text.split('\r\n')
  const known = [
    'externalId',
    'email',
    'firstName',
    'phone',
    'company.name',
    'company.domain',
    'company.employees',
    'source',
    'value',
    'currency',
    'tags',
    'createdAt',
    'owner',
    'details',
  ]
  const columns = Object.fromEntries(
    header.split(',').map((name) => [name, known.includes(name) && name !== 'details' ? name : null]),
  )
  const before = await db.lead.findMany({
    orderBy: { id: 'asc' },
    select: { firstName: true, phone: true, source: true, tags: true, companyId: true },
  })
  expect(await importFile(people.cast.max, leads.text, { mapping: { columns } })).toMatchObject({
    created: 0,
    updated: 2,
    failed: 0,
  })
  expect(
    await db.lead.findMany({
      orderBy: { id: 'asc' },
      select: { firstName: true, phone: true, source: true, tags: true, companyId: true },
    }),
  ).toEqual(before)
  const touches = await people.api.max('GET', '/exports/touchpoints.csv')
  expect(await importFile(people.cast.max, touches.text, { kind: 'touchpoints' })).toMatchObject({
    created: 0,
    skipped: 1,
    failed: 0,
  })
})

test('only managers and admins export; an unknown filter is refused', async () => {
  expect((await people.api.mia('GET', '/exports/leads.csv')).status).toBe(403)
  expect((await people.api.sam('GET', '/exports/touchpoints.csv')).status).toBe(403)
  expect((await people.api.max('GET', '/exports/leads.csv?colour=red')).status).toBe(422)
})
