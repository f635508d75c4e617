/** What COPY ... (FORMAT binary) sends of these rows, as Postgres writes it; null is null. */
export function copied(rows: (Buffer | null)[][]): Buffer {
  const header = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)])
  const fieldOf = (field: Buffer | null) =>
    field ? Buffer.concat([whole4(field.length), field]) : Buffer.from([0xff, 0xff, 0xff, 0xff])
  const tuples = rows.map((row) => Buffer.concat([whole2(row.length), ...row.map(fieldOf)]))
  return Buffer.concat([header, ...tuples, Buffer.from([0xff, 0xff])])
}

export function whole2(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}

export function whole4(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

export function whole8(value: bigint): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(value)
  return bytes
}

export const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
