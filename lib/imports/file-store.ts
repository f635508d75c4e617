import 'server-only'
import { createHash } from 'node:crypto'
import { pool } from '@/lib/db'

/** Bytes of a piece of a file in the database. */
const pieceSize = 1024 * 1024

/** A file is larger than may be imported. */
export class FileTooLarge extends Error {}

/** The most that a file may weigh, in MB: IMPORT_MAX_MB, 100 if left out. */
export const mostMegabytes = () => Number(process.env.IMPORT_MAX_MB || 100)

export type KeptFile = {
  size: number
  /** SHA-256 in hex. */
  hash: string
  /** Whether all of it is valid UTF-8. */
  isUtf8: boolean
  /** Its first bytes. */
  head: Uint8Array
}

/** Keeps a file piece by piece as it arrives, so that none is in memory as a whole. Throws FileTooLarge. */
export async function keepFile(importId: string, stream: AsyncIterable<Uint8Array>): Promise<KeptFile> {
  const hash = createHash('sha256')
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let isUtf8 = true
  let size = 0
  let seq = 0
  let head: Uint8Array = new Uint8Array()
  let waiting: Uint8Array[] = []
  let waitingSize = 0

  const write = async () => {
    const piece = Buffer.concat(waiting)
    waiting = []
    waitingSize = 0
    if (seq === 0) head = piece.subarray(0, 65_536)
    isUtf8 &&= decodes(utf8, piece)
    hash.update(piece)
    await pool.query('insert into import_chunk (import_id, seq, bytes) values ($1, $2, $3)', [importId, seq++, piece])
  }

  for await (const bytes of stream) {
    size += bytes.byteLength
    if (size > mostMegabytes() * 1024 * 1024) throw new FileTooLarge()
    waiting.push(bytes)
    waitingSize += bytes.byteLength
    if (waitingSize >= pieceSize) await write()
  }
  if (waitingSize > 0) await write()
  return { size, hash: hash.digest('hex'), isUtf8: isUtf8 && decodes(utf8), head }
}

function decodes(decoder: TextDecoder, piece?: Uint8Array): boolean {
  try {
    decoder.decode(piece, { stream: piece !== undefined })
    return true
  } catch {
    return false
  }
}

/** The pieces of a kept file, one after the other. */
export async function* readFile(importId: string): AsyncGenerator<Uint8Array> {
  for (let seq = 0; ; seq++) {
    const { rows } = await pool.query<{ bytes: Buffer }>(
      'select bytes from import_chunk where import_id = $1 and seq = $2',
      [importId, seq],
    )
    const [piece] = rows
    if (!piece) return
    yield piece.bytes
  }
}
