import 'server-only'
import path from 'node:path'
import { CsvProblem } from '@/lib/imports/csv-reader'
import { builtInFormat, type CellFormat, formatOfCode } from '@/lib/workbooks/cell-formats'
import { readSharedTexts } from '@/lib/workbooks/cell-texts'
import { type SheetRow, sheetRows } from '@/lib/workbooks/sheet-rows'
import { damaged, noWorkbook } from '@/lib/workbooks/workbook-problem'
import { readXml } from '@/lib/workbooks/xml-elements'
import type { ZipArchive } from '@/lib/workbooks/zip-archive'

/** The sheet that is read, and its rows, some at a time. */
export type Workbook = { sheet: string; rows: AsyncGenerator<SheetRow[]> }

/**
 * Opens the first sheet of a workbook that is shown and holds something.
 *
 * Throws CsvProblem for an archive that is no workbook, is damaged, or has only empty sheets.
 */
export async function readWorkbook(zip: ZipArchive): Promise<Workbook> {
  const book = (await targetsOf(zip, '', '_rels/.rels')).byType('/officeDocument')[0] ?? 'xl/workbook.xml'
  if (zip.has('xl/workbook.bin') && !zip.has(book))
    throw new CsvProblem('This is a binary Excel workbook. Save it as .xlsx or CSV, then choose that file.')
  if (!zip.has(book) || !zip.has('[Content_Types].xml')) throw noWorkbook()
  const folder = path.posix.dirname(book)
  const targets = await targetsOf(zip, folder, path.posix.join(folder, '_rels', `${path.posix.basename(book)}.rels`))
  const { sheets, isFrom1904 } = await sheetsOf(zip, book)
  const [texts] = targets.byType('/sharedStrings')
  const [styles] = targets.byType('/styles')
  const context = {
    texts: texts && zip.has(texts) ? await readSharedTexts(zip.read(texts)) : [],
    formats: styles && zip.has(styles) ? await formatsOf(zip, styles) : [],
    isFrom1904,
  }
  for (const { name, id } of sheets) {
    const file = targets.byId.get(id)
    if (!file || !zip.has(file)) continue
    const rows = sheetRows(zip.read(file), context)
    const first = await rows.next()
    if (!first.done) return { sheet: name, rows: withFirst(first.value, rows) }
  }
  throw new CsvProblem('The Excel workbook has no sheet with anything in it.')
}

async function* withFirst(first: SheetRow[], rest: AsyncGenerator<SheetRow[]>): AsyncGenerator<SheetRow[]> {
  yield first
  yield* rest
}

/** What a part of the workbook refers to: files by the id and by the type of the reference. */
async function targetsOf(zip: ZipArchive, folder: string, file: string) {
  const byId = new Map<string, string>()
  const types: { type: string; target: string }[] = []
  if (zip.has(file))
    await readXml(zip.read(file), {
      open(name, attribute) {
        const target = attribute('Target')
        if (name !== 'Relationship' || !target || attribute('TargetMode') === 'External') return
        const full = target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target)
        byId.set(attribute('Id') ?? '', full)
        types.push({ type: attribute('Type') ?? '', target: full })
      },
    })
  const byType = (end: string) => types.filter(({ type }) => type.endsWith(end)).map(({ target }) => target)
  return { byId, byType }
}

async function sheetsOf(zip: ZipArchive, book: string) {
  const sheets: { name: string; id: string }[] = []
  let isFrom1904 = false
  await readXml(zip.read(book), {
    open(name, attribute) {
      if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
      if (name !== 'sheet' || (attribute('state') ?? 'visible') !== 'visible') return
      const id = attribute('r:id') ?? attribute('id')
      if (!id) throw damaged()
      sheets.push({ name: attribute('name') ?? '', id })
    },
  })
  return { sheets, isFrom1904 }
}

/** What the numbers of cells mean, by the style that a cell names. */
async function formatsOf(zip: ZipArchive, styles: string): Promise<CellFormat[]> {
  const own = new Map<number, CellFormat>()
  const formats: CellFormat[] = []
  let isCell = false
  await readXml(zip.read(styles), {
    open(name, attribute) {
      const id = Number(attribute('numFmtId') ?? 0)
      if (name === 'numFmt') own.set(id, formatOfCode(attribute('formatCode') ?? ''))
      if (name === 'cellXfs') isCell = true
      if (name === 'xf' && isCell) formats.push(own.get(id) ?? builtInFormat(id))
    },
    close(name) {
      if (name === 'cellXfs') isCell = false
    },
  })
  return formats
}
