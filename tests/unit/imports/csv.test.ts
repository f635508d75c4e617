import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CsvProblem, csvReader, longestRecord } from '@/lib/imports/csv-reader'
import { detectDelimiter, detectEncoding } from '@/lib/imports/detect'
import { readHeaders } from '@/lib/imports/file-shape'

const read = (text: string, delimiter = ',', piece = text.length || 1) => {
  const reader = csvReader(delimiter)
  const rows = []
  for (let at = 0; at < text.length; at += piece) rows.push(...reader.push(text.slice(at, at + piece)))
  return [...rows, ...reader.end()].map(({ line, cells }) => [line, ...cells])
}

describe('reading rows', () => {
  test('cells in quotes hold delimiters, line ends and quotes; each row knows the line it begins on', () => {
    const text = 'id,note\r\n1,"a ""b"", c"\r\n2,"two\r\nlines"\r\n\r\n3,end'
    expect(read(text)).toEqual([
      [1, 'id', 'note'],
      [2, '1', 'a "b", c'],
      [3, '2', 'two\r\nlines'],
      [5, ''],
      [6, '3', 'end'],
    ])
  })

  test('line ends may be mixed, and a quote within a bare cell is a character', () => {
    expect(read('a,b\r1,2\r\n3,5" tube\n"x" y, "z"\n')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '5" tube'],
      [4, 'x y', 'z'],
    ])
  })

  test('a quote that is never closed names the line on which its row begins', () => {
    expect(() => read('a,b\n1,2\n"x,3\n4,5\n')).toThrow(
      new CsvProblem('In the row that begins on line 3 a quote is opened and never closed.'),
    )
  })

  test('a line of 50 MB is refused before it is in memory', () => {
    const reader = csvReader(',')
    reader.push('a,b\n')
    const million = 'x'.repeat(longestRecord)
    expect(() => {
      for (let n = 0; n < 50; n++) reader.push(million)
    }).toThrow(/line 2 is longer than a million characters/)
  })

  test('whatever is written is read back, however it is cut into pieces', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r\n', ' ', '😀') })
      .filter((text) => !/^ +$/.test(text))
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 30 }), (rows, piece) => {
        const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n')
        expect(read(text, ',', piece).map(([, ...cells]) => cells)).toEqual(rows)
      }),
    )
  })
})

describe('how a file is written', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))

  test('UTF-8, UTF-16 with and without a mark, and Windows-1252 are told apart', () => {
    expect(detectEncoding(bytes('name\nJörg'), true)).toBe('utf-8')
    expect(detectEncoding(utf16('\ufeffname;email\nJörg;j@x.se'), false)).toBe('utf-16le')
    expect(detectEncoding(utf16('name;email\nJörg;j@x.se'), true)).toBe('utf-16le')
    expect(
      detectEncoding(
        utf16('name;email\nJörg;j@x.se').map((_, n, all) => all[n ^ 1] ?? 0),
        true,
      ),
    ).toBe('utf-16be')
    expect(detectEncoding(new Uint8Array([0x4a, 0xf6, 0x72, 0x67]), false)).toBe('windows-1252')
  })

  test('pictures, workbooks and other bytes are no CSV', () => {
    expect(() => detectEncoding(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), false)).toThrow(/picture/)
    expect(() => detectEncoding(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), false)).toThrow(/Excel/)
    expect(() =>
      detectEncoding(
        Uint8Array.from({ length: 4000 }, (_, n) => (n * 7919) % 256),
        false,
      ),
    ).toThrow(/no text/)
  })

  test('the delimiter is the one by which the rows have the same number of cells', () => {
    expect(detectDelimiter('a;b;c\n1,5;2;3\n')).toBe(';')
    expect(detectDelimiter('a\tb\n"x, y"\tz\n')).toBe('\t')
    expect(detectDelimiter('a|b|c\n1|2|3')).toBe('|')
    expect(detectDelimiter('email\nines@x.se\n')).toBe(',')
    expect(detectDelimiter('name,note\nInes,"a;b;c"\nJo,x;y')).toBe(',')
  })

  test('columns have names of their own, and not too many', () => {
    const headers = (...cells: string[]) => readHeaders({ line: 1, cells })
    expect(headers(' email ', '', 'Name')).toEqual(['email', 'Column 2', 'Name'])
    expect(() => headers('email', 'name', 'email')).toThrow(/email is there twice/)
    expect(() => headers('', ' ')).toThrow(/no headers/)
    expect(() => headers(...Array.from({ length: 5000 }, (_, n) => `c${n}`))).toThrow(/5,000 columns/)
  })
})
