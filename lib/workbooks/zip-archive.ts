import 'server-only'
import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { damaged, isEncrypted, tooLarge } from '@/lib/workbooks/workbook-problem'

/** A workbook has a few dozen entries; a thousand images are imaginable. */
const mostEntries = 5000
/** Unpacked bytes of one entry, and how many for each packed one once it is no longer small: sheets reach 30 to 1. */
const mostBytes = 1_000_000_000
const mostRatio = 300
const smallBytes = 10_000_000

export type ZipArchive = {
  has: (name: string) => boolean
  /** The unpacked bytes of an entry, as they are read. Throws CsvProblem for one that unpacks to far more than it weighs. */
  read: (name: string) => AsyncGenerator<Uint8Array>
  close: () => void
}

/** Opens a zip file on the disk by its directory. Throws CsvProblem where it has none. */
export async function openZip(path: string): Promise<ZipArchive> {
  const file = await openPromise(path, { autoClose: false, strictFileNames: false }).catch(() => {
    throw damaged()
  })
  const entries = await directoryOf(file).catch((error: unknown) => {
    file.close()
    throw error
  })
  return {
    has: (name) => entries.has(name),
    read: (name) => unpacked(file, entries.get(name)),
    close: () => file.close(),
  }
}

async function directoryOf(file: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  if (file.entryCount > mostEntries) throw tooLarge()
  try {
    for await (const entry of file.eachEntry()) if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry)
  } catch {
    throw damaged()
  }
  return entries
}

async function* unpacked(file: ZipFile, entry: Entry | undefined): AsyncGenerator<Uint8Array> {
  if (!entry) throw damaged()
  if (entry.isEncrypted()) throw isEncrypted()
  let size = 0
  let stream: Readable | undefined
  try {
    stream = await file.openReadStreamPromise(entry)
    for await (const bytes of stream as AsyncIterable<Uint8Array>) {
      size += bytes.byteLength
      if (size > mostBytes || (size > smallBytes && size > entry.compressedSize * mostRatio)) break
      yield bytes
    }
  } catch {
    throw damaged()
  } finally {
    stream?.destroy()
  }
  if (size > mostBytes || (size > smallBytes && size > entry.compressedSize * mostRatio)) throw tooLarge()
}
