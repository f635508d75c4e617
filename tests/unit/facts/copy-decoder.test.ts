import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CopyDecoder, readKey, readMoment, readWhole } from '@/lib/facts/copy-decoder'
import { copied, whole4, whole8 } from '@/tests/unit/facts/copied'

const word = fc.string({ maxLength: 20, unit: 'grapheme' })
const rows = fc.array(
  fc.record({
    at: fc.date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
    count: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    word: fc.option(word),
  }),
  { maxLength: 20 },
)

/** As Postgres keeps a moment: microseconds since 2000. */
const momentBytes = (at: Date) => whole8((BigInt(at.getTime()) - BigInt(Date.UTC(2000, 0, 1))) * 1000n)

test('rows are read as they were sent, wherever the pieces end', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 40 }), (sent, size) => {
      const bytes = copied(
        sent.map((row) => [momentBytes(row.at), whole4(row.count), row.word === null ? null : Buffer.from(row.word)]),
      )
      const read: typeof sent = []
      const decoder = new CopyDecoder((row) =>
        read.push({
          at: new Date(readMoment(row, 0)),
          count: readWhole(row, 1),
          word: row.lengths[2] === -1 ? null : Buffer.from(readKey(row, 2), 'latin1').toString(),
        }),
      )
      for (let at = 0; at < bytes.length; at += size) decoder.write(bytes.subarray(at, at + size))
      expect(read).toEqual(sent)
    }),
  )
})

test('whole numbers of eight bytes are exact up to 2^53, below zero too', () => {
  for (const value of [0n, 1n, -1n, 2n ** 53n, -(2n ** 53n), 99_999_999_999_999n]) {
    const read: number[] = []
    new CopyDecoder((row) => read.push(readWhole(row, 0))).write(copied([[whole8(value)]]))
    expect(read).toEqual([Number(value)])
  }
})
