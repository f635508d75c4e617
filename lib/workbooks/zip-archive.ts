import 'server-only'
import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { damaged, isEncrypted, tooLarge } from '@/lib/workbooks/workbook-problem'

/** A workbook has a few dozen entries; a thousand images are imaginable. */
const mostEntries = 5000
/** Unpacked bytes of all that is read, and how many for each packed one of an entry that is not small: sheets reach 30 to 1. */
const mostBytes = 1_000_000_000
const mostRatio = 300
const smallBytes = 10_000_000

export type ZipArchive = {
  has: (name: string) => boolean
  /**
   * The unpacked bytes of an entry, as they are read. Throws CsvProblem at once for one that says that it unpacks to too
   * much, or to far more than it weighs, and as soon as it turns out to hold more than it says.
   */
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
  let bytesLeft = mostBytes
  return {
    has: (name) => entries.has(name),
    async *read(name) {
      const entry = entries.get(name)
      if (!entry) throw damaged()
      bytesLeft -= entry.uncompressedSize
      if (bytesLeft < 0 || isBomb(entry)) throw tooLarge()
      yield* unpacked(file, entry)
    },
    close: () => file.close(),
  }
}

const isBomb = ({ uncompressedSize, compressedSize }: Entry) =>
  uncompressedSize > smallBytes && uncompressedSize > compressedSize * mostRatio

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

/** No more than the entry says: the library counts the bytes, and ends with an error at the first that is too many. */
async function* unpacked(file: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw isEncrypted()
  let stream: Readable | undefined
  try {
    stream = await file.openReadStreamPromise(entry)
    yield* stream as AsyncIterable<Uint8Array>
  } catch {
    throw damaged()
  } finally {
    stream?.destroy()
  }
}
