/** A row of a binary COPY: how many fields it has, where in the bytes each begins, and how long it is; -1 is null. */
export type CopyRow = { bytes: Buffer; fields: number; starts: number[]; lengths: number[] }

/** The signature, the flags, and the length of the header's extension, of which there is none. */
const headerBytes = 19

/**
 * Reads what COPY ... (FORMAT binary) sends, in pieces that may end anywhere. Rows are handed over one by one, always in
 * the same object. The format: https://www.postgresql.org/docs/18/sql-copy.html#SQL-COPY-FILE-FORMATS
 */
export class CopyDecoder {
  readonly #row: CopyRow = { bytes: Buffer.alloc(0), fields: 0, starts: [], lengths: [] }
  readonly #onRow: (row: CopyRow) => void
  #rest: Buffer = Buffer.alloc(0)
  #toSkip = headerBytes

  constructor(onRow: (row: CopyRow) => void) {
    this.#onRow = onRow
  }

  write(piece: Buffer): void {
    const bytes = this.#rest.length ? Buffer.concat([this.#rest, piece]) : piece
    let at = Math.min(this.#toSkip, bytes.length)
    this.#toSkip -= at
    for (;;) {
      const end = this.#rowFrom(bytes, at)
      if (end === null) break
      at = end
    }
    this.#rest = bytes.subarray(at)
  }

  /** Where the row ends that begins there; null where it is not whole yet, or the end of all. */
  #rowFrom(bytes: Buffer, begin: number): number | null {
    if (begin + 2 > bytes.length) return null
    const fields = bytes.readInt16BE(begin)
    if (fields < 0) return null
    const { starts, lengths } = this.#row
    let at = begin + 2
    for (let field = 0; field < fields; field++) {
      if (at + 4 > bytes.length) return null
      const length = bytes.readInt32BE(at)
      at += 4
      starts[field] = at
      lengths[field] = length
      if (length > 0) at += length
    }
    if (at > bytes.length) return null
    this.#row.bytes = bytes
    this.#row.fields = fields
    this.#onRow(this.#row)
    return at
  }
}

/** Milliseconds from 1970, from which JavaScript counts, to 2000, from which Postgres does. */
const year2000 = 946_684_800_000
const wordSize = 0x1_0000_0000

/** A whole number of four or eight bytes; exact up to 2^53. */
export function readWhole({ bytes, starts, lengths }: CopyRow, field: number): number {
  const start = starts[field] as number
  const high = bytes.readInt32BE(start)
  return lengths[field] === 4 ? high : high * wordSize + bytes.readUInt32BE(start + 4)
}

/** A timestamptz in ms since 1970. */
export const readMoment = (row: CopyRow, field: number): number => readWhole(row, field) / 1000 + year2000

/** The bytes of a field as a key: each byte a character. */
export const readKey = ({ bytes, starts, lengths }: CopyRow, field: number): string => {
  const start = starts[field] as number
  return bytes.toString('latin1', start, start + (lengths[field] as number))
}

/** A UUID as it is written; null for none. */
export function readId({ bytes, starts, lengths }: CopyRow, field: number): string | null {
  if (lengths[field] === -1) return null
  const start = starts[field] as number
  return bytes.toString('hex', start, start + 16).replace(uuidParts, '$1-$2-$3-$4-$5')
}

/** The parts of a UUID without its dashes. */
export const uuidParts = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/
