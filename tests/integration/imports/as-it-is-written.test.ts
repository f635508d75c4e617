import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { getImport, getImportFile } from '@/lib/imports/queries'
import { rereadImport } from '@/lib/imports/reread-import'
import { runImport } from '@/lib/imports/run-import'
import { findSavedMapping } from '@/lib/imports/saved-mappings'
import { startImport } from '@/lib/imports/start-import'
import { uploadImport } from '@/lib/imports/upload-import'
import { createLead } from '@/lib/leads/create-lead'
import { type Cast, castOf } from '@/tests/integration/cast'
import { importFile, uploadRequest } from '@/tests/integration/imports/file-import'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

const upload = async (content: string | Uint8Array) => (await uploadImport(cast.mia, uploadRequest(content))).importId
const shapeOf = async (importId: string) => (await getImportFile(cast.mia, importId)).shape
async function taken(importId: string, order: object = {}) {
  await startImport(cast.mia, { importId, kind: 'leads', ...order })
  await runImport(importId, new AbortController().signal)
  return getImport(cast.mia, importId)
}
const lead = (externalId: string) =>
  db.lead.findFirstOrThrow({ where: { externalId }, include: { company: true, state: true } })

test('dates and amounts that can be read in two ways are asked about, and read as it is said', async () => {
  const file = 'externalId;createdAt;value\nD1;03/04/2026;1.234\nD2;05/06/2026;\n'
  const importId = await upload(file)
  expect(await shapeOf(importId)).toMatchObject({
    openDates: [null, '03/04/2026', null],
    openAmounts: [null, null, '1.234'],
  })
  await rereadImport(cast.mia, { importId, dateOrder: 'month first', decimal: ',' })
  await taken(importId)
  expect(await lead('D1')).toMatchObject({ createdAt: new Date('2026-03-04T00:00:00Z') })
  expect(Number((await lead('D1')).value)).toBe(1234)
  const told = await upload(`${file}D3;25/12/2025;1.234,50\n`)
  expect(await shapeOf(told)).toMatchObject({ openDates: [null, null, null], openAmounts: [null, null, null] })
  await rereadImport(cast.mia, { importId: told, dateOrder: 'month first', decimal: '.' })
  await taken(told)
  expect(await lead('D1')).toMatchObject({ createdAt: new Date('2026-04-03T00:00:00Z') })
  expect(Number((await lead('D1')).value)).toBe(1234)
  await expect(rereadImport(cast.mia, { importId: told })).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('titles above the header are passed over; where that is wrong the header is chosen', async () => {
  const file = 'Leads of spring\n"Made by Max, on 1 March"\n\nexternalId,title,source\nH1,CEO,Fair\nH2,CFO,Post\n'
  const importId = await upload(file)
  expect(await shapeOf(importId)).toMatchObject({ headers: ['externalId', 'title', 'source'], headerAfter: 2 })
  await rereadImport(cast.mia, { importId, headerAfter: '3' })
  expect(await shapeOf(importId)).toMatchObject({ headers: ['H1', 'CEO', 'Fair'] })
  await rereadImport(cast.mia, { importId, headerAfter: '2' })
  expect(await taken(importId)).toMatchObject({ rows: 2, created: 2, failed: 0 })
})

test('another delimiter or encoding than was found is taken; what can not be read so is refused', async () => {
  const importId = await upload(new Uint8Array(Buffer.from('externalId|name|note\nE1|J\u00f6rg|x,y\n', 'latin1')))
  expect(await shapeOf(importId)).toMatchObject({ encoding: 'windows-1252', delimiter: '|' })
  await rereadImport(cast.mia, { importId, delimiter: ',' })
  expect(await shapeOf(importId)).toMatchObject({ headers: ['externalId|name|note'] })
  await rereadImport(cast.mia, { importId, delimiter: '\t' })
  expect(await shapeOf(importId)).toMatchObject({ delimiter: '\t', headers: ['externalId|name|note'] })
  await rereadImport(cast.mia, { importId, delimiter: '|', encoding: 'utf-8' })
  expect((await shapeOf(importId)).samples[0]?.[1]).toBe('J\ufffdrg')
  await expect(rereadImport(cast.mia, { importId, encoding: 'utf-16le' })).rejects.toMatchObject({ code: 'INVALID' })
  await expect(rereadImport(cast.sam, { importId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(rereadImport(cast.mia, { importId, delimiter: 'x' })).rejects.toMatchObject({ code: 'INVALID' })
})

test('a confirmed mapping is proposed for the next file with the same headers, whatever their case and order', async () => {
  const first = await upload('Kunde,Quelle\nS1,Messe\n')
  const mapping = {
    columns: { Kunde: 'lead.externalId', Quelle: 'channel' },
    values: { channel: { Messe: 'networking' } },
    defaults: { channel: 'email' },
  }
  await startImport(cast.mia, { importId: first, kind: 'touchpoints', mapping, remember: true })
  const saved = await findSavedMapping(cast.max, 'touchpoints', ['quelle', 'KUNDE'])
  expect(saved).toMatchObject({
    savedBy: 'Mia',
    mapping: { ...mapping, columns: { KUNDE: 'lead.externalId', quelle: 'channel' } },
  })
  expect(await findSavedMapping(cast.max, 'leads', ['quelle', 'KUNDE'])).toBeNull()
  expect(await findSavedMapping(cast.max, 'touchpoints', ['quelle', 'KUNDE', 'more'])).toBeNull()
  const second = await upload('Kunde,Quelle\nS1,Messe\n')
  await startImport(cast.max, {
    importId: second,
    kind: 'touchpoints',
    mapping: { ...mapping, defaults: {} },
    remember: true,
  })
  expect(await findSavedMapping(cast.mia, 'touchpoints', ['Kunde', 'Quelle'])).toMatchObject({ savedBy: 'Max' })
  await expect(findSavedMapping(cast.sam, 'leads', ['a'])).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('empty cells leave what is there, or take it away where that is wanted; a dry run agrees', async () => {
  await createLead(cast.mia, {
    externalId: 'W1',
    firstName: 'Ines',
    email: 'ines@x.example',
    phone: '1',
    tags: ['fair'],
    company: { name: 'Norrland' },
    details: { Region: 'North', Size: '5' },
  })
  const file = 'externalId,firstName,email,phone,tags,company.name,owner,createdAt,Region\nW1,,,,,,,,\n'
  await importFile(cast.mia, file)
  expect(await lead('W1')).toMatchObject({ version: 1, phone: '1' })
  const order = { overwriteWithEmpty: true }
  const checked = await taken(await upload(file), { ...order, dryRun: true })
  expect(await lead('W1')).toMatchObject({ version: 1, phone: '1' })
  const { id, ...result } = await taken(await upload(file), order)
  expect({ created: checked.created, updated: checked.updated }).toEqual({ created: 0, updated: 1 })
  expect(result).toMatchObject({ created: 0, updated: 1, overwriteWithEmpty: true })
  expect(await lead('W1')).toMatchObject({
    firstName: null,
    email: null,
    phone: null,
    tags: [],
    company: null,
    details: { Size: '5' },
    state: { ownerId: null },
  })
  expect(await db.import.count({ where: { id } })).toBe(1)
})

test('a lead is never left without a name by empty cells', async () => {
  await createLead(cast.mia, { firstName: 'Aiko', email: 'aiko@x.example' })
  await taken(await upload('email,name\naiko@x.example,\n'), { overwriteWithEmpty: true })
  expect(await db.lead.findFirst({ where: { email: 'aiko@x.example' } })).toMatchObject({ firstName: null })
})

test('of several addresses in one cell the first is the lead’s, and all stay in its details', async () => {
  const file = 'externalId,Email\nM1,"one@m.example, two@m.example"\nM2,"one@m.example; nonsense"\n'
  expect(await importFile(cast.mia, file)).toMatchObject({ created: 1, failed: 1 })
  expect(await lead('M1')).toMatchObject({
    email: 'one@m.example',
    details: { Email: 'one@m.example, two@m.example' },
  })
})

test('an export of deals is proposed as outcomes to those who may import them, unless they say otherwise', async () => {
  const kindFor = async (name: 'mia' | 'max', file: string, fields = {}) => {
    const { importId } = await uploadImport(cast[name], uploadRequest(file, fields))
    return (await getImportFile(cast[name], importId)).kind
  }
  const deals = 'Deal Name,Deal Stage,Email\nPumps,Closed Won,one@m.example\n'
  expect(await kindFor('max', deals, { kind: 'leads' })).toBe('outcomes')
  expect(await kindFor('max', deals, { kind: 'touchpoints' })).toBe('touchpoints')
  expect(await kindFor('mia', deals)).toBe('leads')
  expect(await kindFor('max', 'Name,Email\nOne,one@m.example\n')).toBe('leads')
})
