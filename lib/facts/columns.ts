import { type CopyRow, readKey, readMoment, readWhole, uuidParts } from '@/lib/facts/copy-decoder'

/**
 * What a column holds, a value a row: `moment` ms since 1970 and `number`, NaN for none; `count` a whole number and `flag`
 * 0 or 1, never none; `word` any text, `id` a UUID and `choice` one of at most 127 words.
 */
type Kind = 'moment' | 'number' | 'count' | 'flag' | 'word' | 'id' | 'choice'

export type Spec = Record<string, Kind>

/** The code of none, and of a word that no row has. */
export const noWord = -1
const unknownWord = -2

/** A column of words: each is there once, and rows have its code. */
export class Words {
  codes: Int32Array | Int8Array
  /** By code. */
  readonly names: string[] = []
  readonly #codes = new Map<string, number>()

  constructor(readonly kind: 'word' | 'id' | 'choice') {
    this.codes = kind === 'choice' ? new Int8Array(0) : new Int32Array(0)
  }

  /** The code by which rows say this; -2 for a word that none says. */
  codeOf(name: string | null): number {
    return name === null ? noWord : (this.#codes.get(keyOf(name, this.kind)) ?? unknownWord)
  }

  /** The word of a row. */
  nameOf(row: number): string | null {
    return this.names[this.codes[row] as number] ?? null
  }

  /** The code of the word with these bytes, which gets one when it is new. */
  enter(key: string): number {
    const known = this.#codes.get(key)
    if (known !== undefined) return known
    const code = this.names.length
    this.#codes.set(key, code)
    this.names.push(nameOf(key, this.kind))
    return code
  }

  /** Says a word in a row. */
  say(row: number, name: string | null): void {
    this.codes[row] = name === null ? noWord : this.enter(keyOf(name, this.kind))
  }

  /** The code here of a word of another column. */
  enterFrom(other: Words, row: number): number {
    const name = other.nameOf(row)
    return name === null ? noWord : this.enter(keyOf(name, this.kind))
  }
}

/** A word's bytes as characters: of a UUID its 16. */
const keyOf = (name: string, kind: Words['kind']) =>
  (kind === 'id' ? Buffer.from(name.replaceAll('-', ''), 'hex') : Buffer.from(name)).toString('latin1')

function nameOf(key: string, kind: Words['kind']): string {
  const bytes = Buffer.from(key, 'latin1')
  if (kind !== 'id') return bytes.toString()
  return bytes.toString('hex').replace(uuidParts, '$1-$2-$3-$4-$5')
}

type Values<Of extends Kind> = Of extends 'moment' | 'number'
  ? Float64Array
  : Of extends 'count'
    ? Int32Array
    : Of extends 'flag'
      ? Uint8Array
      : Words

type Columns<Of extends Spec> = { [Name in keyof Of]: Values<Of[Name]> }

/** Rows by column. Columns are replaced when they grow: who reads them takes them anew for each reading. */
export class Table<Of extends Spec> {
  readonly columns: Columns<Of>
  rows = 0
  #room = 0
  readonly #names: (keyof Of & string)[]

  constructor(readonly spec: Of) {
    this.#names = Object.keys(spec)
    this.columns = Object.fromEntries(this.#names.map((name) => [name, emptyOf(spec[name] as Kind)])) as Columns<Of>
  }

  /** Room for a row at the end; returns its number. */
  add(): number {
    if (this.rows === this.#room) this.#grow()
    return this.rows++
  }

  /** Takes over the fields of a row from the one that is given on, in the order of the columns; a missing one is none. */
  set(row: number, from: CopyRow, firstField: number): void {
    const columns = this.columns as Record<string, Float64Array | Int32Array | Uint8Array | Words>
    for (let index = 0; index < this.#names.length; index++) {
      const name = this.#names[index] as string
      const field = firstField + index
      const column = columns[name]
      const isNull = field >= from.fields || from.lengths[field] === -1
      if (column instanceof Words) column.codes[row] = isNull ? noWord : column.enter(readKey(from, field))
      else if (column) column[row] = isNull ? NaN : readers[this.spec[name] as keyof typeof readers](from, field)
    }
  }

  /** Takes over a row of another table of the kind. */
  copy(row: number, from: Table<Of>, fromRow: number): void {
    const columns = this.columns as Record<string, Float64Array | Int32Array | Uint8Array | Words>
    for (const name of this.#names) {
      const column = columns[name]
      const other = from.columns[name]
      if (column instanceof Words) column.codes[row] = column.enterFrom(other as Words, fromRow)
      else if (column) column[row] = (other as Float64Array)[fromRow] as number
    }
  }

  #grow(): void {
    this.#room = Math.max(64, Math.ceil(this.#room * 1.5))
    const columns = this.columns as Record<string, Float64Array | Int32Array | Uint8Array | Words>
    for (const name of this.#names) {
      const column = columns[name]
      if (column instanceof Words) column.codes = grown(column.codes, this.#room)
      else if (column) columns[name] = grown(column, this.#room)
    }
  }
}

const readers = {
  moment: readMoment,
  number: readWhole,
  count: readWhole,
  flag: ({ bytes, starts }: CopyRow, field: number) => bytes[starts[field] as number] as number,
}

function emptyOf(kind: Kind): Float64Array | Int32Array | Uint8Array | Words {
  if (kind === 'moment' || kind === 'number') return new Float64Array(0)
  if (kind === 'count') return new Int32Array(0)
  return kind === 'flag' ? new Uint8Array(0) : new Words(kind)
}

/** The same values with room for more. */
export function grown<Values extends Float64Array | Int32Array | Int8Array | Uint8Array | Uint32Array>(
  values: Values,
  room: number,
): Values {
  const larger = new (values.constructor as new (length: number) => Values)(room)
  larger.set(values)
  return larger
}
