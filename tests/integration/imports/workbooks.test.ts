import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { uploadImport } from '@/lib/imports/upload-import'
import { type Cast, castOf } from '@/tests/integration/cast'
import { importFile, uploadRequest } from '@/tests/integration/imports/file-import'
import { textRow, workbookEntries, zipOf } from '@/tests/integration/imports/workbook-file'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

const styles = `<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>`
const texts = '<si><t>Ines &amp; Co</t></si><si><r><t>Jö</t></r><r><t>rg</t></r><rPh><t>yo</t></rPh></si>'
const header = textRow(3, ['externalId', 'firstName', 'createdAt', 'value', 'Seen', 'Active', 'Note', 'Bad'])
const rows = [
  `<row r="4"><c r="A4"><v>12345678901234567</v></c><c r="B4" t="s"><v>0</v></c><c r="C4" s="1"><v>46082</v></c>
    <c r="D4"><v>0.30000000000000004</v></c><c r="E4" s="2"><v>46082.586805555555</v></c><c r="F4" t="b"><v>1</v></c>
    <c r="G4" t="inlineStr"><is><t>two
lines, "quoted"</t></is></c><c r="H4" t="e"><v>#N/A</v></c></row>`,
  `<row r="7"><c r="A7" t="str"><f>1+1</f><v>F-2</v></c><c r="B7" t="s"><v>1</v></c><c r="D7" t="inlineStr"><is><t>much</t></is></c></row>`,
  textRow(9, ['F-3', 'Aiko']),
].join('')

describe('an Excel workbook', () => {
  test('its first sheet that holds something is read: days, numbers, texts; failed rows are told by their number', async () => {
    const entries = workbookEntries(
      [
        { name: 'Secret', state: 'hidden', data: textRow(1, ['email']) },
        { name: 'Empty', data: '<row r="1"><c r="A1" s="1"/></row>' },
        { name: 'Leads 2026', data: header + rows },
      ],
      { texts, styles },
    )
    const result = await importFile(cast.mia, zipOf(entries))
    expect(result).toMatchObject({ rows: 3, created: 2, failed: 1 })
    expect(result.reasons).toEqual({ 7: expect.stringMatching(/^Value "much"/) as string })
    expect(await db.lead.findFirst({ where: { firstName: 'Ines & Co' } })).toMatchObject({
      externalId: '12345678901234567',
      createdAt: new Date('2026-03-01T00:00:00Z'),
      details: { Seen: '2026-03-01 14:05:00', Active: 'true', Note: 'two\nlines, "quoted"' },
    })
    expect(await db.import.findUnique({ where: { id: result.id } })).toMatchObject({
      shape: { sheet: 'Leads 2026', encoding: 'utf-8' },
    })
    expect(await importFile(cast.mia, zipOf(entries))).toMatchObject({ created: 0, updated: 2, failed: 1 })
  })

  test('one of a Mac that counts days from 1904 means the same days', async () => {
    const data =
      textRow(1, ['externalId', 'createdAt']) + '<row r="2"><c t="str"><v>M1</v></c><c s="1"><v>44620</v></c></row>'
    const entries = workbookEntries([{ name: 'Leads', data }], { styles, book: '<workbookPr date1904="1"/>' })
    await importFile(cast.mia, zipOf(entries))
    expect(await db.lead.findFirst({ where: { externalId: 'M1' } })).toMatchObject({
      createdAt: new Date('2026-03-01T00:00:00Z'),
    })
  })
})

describe('a workbook that can not be read is refused whole, with what to do', () => {
  const refusal = async (content: Uint8Array) => {
    const error: unknown = await uploadImport(cast.mia, uploadRequest(content, {}, 'leads.xlsx')).catch(
      (e: unknown) => e,
    )
    expect(error).toMatchObject({ code: 'INVALID' })
    return (error as { fields: Record<string, string> }).fields.file
  }
  const small = workbookEntries([{ name: 'Leads', data: textRow(1, ['email']) + textRow(2, ['a@x.example']) }])
  const whole = zipOf(small)

  test('no workbook, an old one, one with a password, an empty one', async () => {
    expect(await refusal(zipOf({ 'letter.txt': 'Dear all' }))).toMatch(/zip archive, not an Excel workbook/)
    expect(await refusal(zipOf({ ...small, 'xl/workbook.xml': '<document/>' }))).toMatch(/no sheet with anything/)
    expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toMatch(
      /old Excel workbook, or one with a password/,
    )
    expect(await refusal(zipOf(small, { flags: 1 }))).toMatch(/has a password/)
    expect(await refusal(zipOf(workbookEntries([{ name: 'Leads', data: '' }])))).toMatch(/no sheet with anything/)
    expect(await refusal(zipOf({ 'xl/workbook.bin': 'x', '[Content_Types].xml': '' }))).toMatch(/Save it as .xlsx/)
  })

  test('one that was cut off, or whose XML is broken or names entities', async () => {
    expect(await refusal(whole.subarray(0, whole.length - 60))).toMatch(/damaged/)
    expect(await refusal(whole.subarray(0, 6))).toMatch(/damaged/)
    const sheet = 'xl/worksheets/sheet1.xml'
    expect(await refusal(zipOf({ ...small, [sheet]: '<worksheet><row>' }))).toMatch(/damaged/)
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><row><c t="str"><v>&b;</v></c></row></worksheet>'
    expect(await refusal(zipOf({ ...small, [sheet]: bomb }))).toMatch(/damaged/)
    expect(await refusal(zipOf({ ...small, [sheet]: '<w><row r="5"/><row r="2"/></w>' }))).toMatch(/damaged/)
    expect(await refusal(zipOf({ ...small, [sheet]: '<w><row r="99999999"/></w>' }))).toMatch(/damaged/)
  })

  test('a zip bomb, with little memory', { timeout: 120_000 }, async () => {
    const before = process.memoryUsage().rss
    const zeros = Buffer.alloc(200_000_000, ' ')
    const bombs = [
      { ...small, 'xl/worksheets/sheet1.xml': zeros },
      { ...small, 'xl/sharedStrings.xml': zeros },
    ].map((bomb) => zipOf(bomb))
    for (const bomb of bombs) expect(await refusal(bomb)).toMatch(/more than can be unpacked/)
    const cell = `<row r="1"><c t="str"><v>${'x'.repeat(40_000_000)}</v></c></row>`
    expect(await refusal(zipOf(workbookEntries([{ name: 'Leads', data: cell }])))).toMatch(/more than can be unpacked/)
    const endless = `<worksheet>${'<row/>'.repeat(1_048_577)}</worksheet>`
    expect(await refusal(zipOf({ ...small, 'xl/worksheets/sheet1.xml': endless }))).toMatch(/more than can be unpacked/)
    expect(process.memoryUsage().rss - before).toBeLessThan(700_000_000)
  })

  afterAll(async () => {
    expect(await db.importChunk.count({ where: { import: { rowsTotal: 0 } } })).toBe(0)
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('baton-workbook-'))).toEqual([])
  })
})
