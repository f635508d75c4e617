import 'server-only'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { FileTooLarge, mostMegabytes } from '@/lib/imports/file-store'
import { type SheetRow } from '@/lib/workbooks/sheet-rows'
import { readWorkbook } from '@/lib/workbooks/read-workbook'
import { openZip } from '@/lib/workbooks/zip-archive'

/**
 * Takes a workbook in as it arrives and hands its sheet on as CSV in UTF-8, a line for each row of the sheet. A zip is
 * read by the directory at its end, so it waits on the disk meanwhile.
 *
 * Throws FileTooLarge, and CsvProblem for what is no workbook.
 */
export async function workbookAsCsv<Kept>(
  source: AsyncIterable<Uint8Array>,
  keep: (csv: AsyncIterable<Uint8Array>) => Promise<Kept>,
): Promise<{ kept: Kept; sheet: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'baton-workbook-'))
  try {
    const file = path.join(folder, 'workbook.xlsx')
    await pipeline(limited(source), createWriteStream(file))
    const zip = await openZip(file)
    try {
      const { sheet, rows } = await readWorkbook(zip)
      return { kept: await keep(csvOf(rows)), sheet }
    } finally {
      zip.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* limited(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const bytes of source) {
    size += bytes.byteLength
    if (size > mostMegabytes() * 1024 * 1024) throw new FileTooLarge()
    yield bytes
  }
}

const quoted = (cell: string) => (/[",\r\n]|^ /.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Empty rows of the sheet are empty lines, so that the n-th record is the n-th row. */
async function* csvOf(rows: AsyncIterable<SheetRow[]>): AsyncGenerator<Uint8Array> {
  let line = 0
  for await (const some of rows) {
    let text = ''
    for (const { number, cells } of some) {
      text += '\n'.repeat(number - line - 1) + `${cells.map(quoted).join(',')}\n`
      line = number
    }
    yield Buffer.from(text)
  }
}
