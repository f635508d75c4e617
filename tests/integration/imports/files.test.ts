import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { HttpRefusal } from '@/lib/api/problem'
import { postImport } from '@/lib/imports/post-import'
import { uploadImport } from '@/lib/imports/upload-import'
import { type Cast, castOf } from '@/tests/integration/cast'
import { importFile, uploadRequest } from '@/tests/integration/imports/file-import'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

const refusal = async (content: string | Uint8Array) => {
  const error: unknown = await uploadImport(cast.mia, uploadRequest(content)).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'INVALID' })
  return (error as { fields: Record<string, string> }).fields.file
}

describe('a file that is no table is refused whole, with one sentence', () => {
  test('a picture, a workbook, nothing, only a header, an open quote, doubled headers, too many columns', async () => {
    expect(
      await refusal(
        new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...new TextEncoder().encode('IHDR and so on')]),
      ),
    ).toMatch(/a picture, not a CSV/)
    expect(await refusal(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]))).toMatch(/Excel workbook/)
    expect(await refusal('')).toMatch(/empty/)
    expect(await refusal('\n \n\r\n')).toMatch(/empty/)
    expect(await refusal('email,name\n')).toMatch(/no rows below/)
    expect(await refusal('email,name\n"a@x.example,Jo\nb@x.example,Bo\n')).toMatch(/begins on line 2 a quote/)
    expect(await refusal('email,email\na,b\n')).toMatch(/email is there twice/)
    expect(await refusal(`${Array.from({ length: 5000 }, (_, n) => `c${n}`).join(',')}\n1`)).toMatch(/5,000 columns/)
  })

  test('a line of 50 MB', { timeout: 120_000 }, async () => {
    expect(await refusal(`email\n${'x'.repeat(50 * 1024 * 1024)}`)).toMatch(/longer than a million/)
  })

  test('nothing of it remains', async () => {
    expect([await db.import.count(), await db.importChunk.count()]).toEqual([0, 0])
  })

  test('one that is larger than may be is 413, a body that is no form 415, one that breaks off 400', async () => {
    process.env.IMPORT_MAX_MB = '1'
    const large = uploadImport(cast.mia, uploadRequest(`email\n${'a@x.example\n'.repeat(200_000)}`))
    await expect(large).rejects.toMatchObject(
      new HttpRefusal(413, 'A file may have at most 1 MB. Cut it into several.'),
    )
    delete process.env.IMPORT_MAX_MB
    const json = new Request('http://x', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    await expect(uploadImport(cast.mia, json)).rejects.toMatchObject({ status: 415 })
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    const cut = new Request('http://x', {
      method: 'POST',
      headers,
      body: '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nemail\na@x',
    })
    await expect(uploadImport(cast.mia, cut)).rejects.toMatchObject({ status: 400 })
    await expect(
      uploadImport(cast.mia, new Request('http://x', { method: 'POST', headers, body: '--b--\r\n' })),
    ).rejects.toMatchObject({
      fields: { file: 'Choose a CSV or Excel file.' },
    })
    expect(await db.import.count()).toBe(0)
  })
})

test('a file of 300 MB is refused once it is over the limit, and the rest of it is not waited for', async () => {
  process.env.IMPORT_MAX_MB = '8'
  const row = new TextEncoder().encode('a@x.example,Ines\n'.repeat(4096))
  const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nemail,name\n'
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(new TextEncoder().encode(head)),
    pull(stream) {
      if (sent > 300_000_000) return stream.close()
      sent += row.byteLength
      stream.enqueue(row)
    },
  })
  const headers = { 'content-type': 'multipart/form-data; boundary=b' }
  const request = new Request('http://x', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
  await expect(uploadImport(cast.mia, request)).rejects.toMatchObject({ status: 413 })
  delete process.env.IMPORT_MAX_MB
  expect(sent).toBeLessThan(20_000_000)
  expect(await db.import.count()).toBe(0)
})

test('every bad row comes back with its reason, the others are in, and the counts add up', async () => {
  const file = [
    'externalId,email,createdAt,value,owner,note',
    'b1,one@x.example,2026-01-01,5,,fine',
    'b1,one@x.example,2026-01-01,5,,the same again',
    'b2,no address,,,,',
    'b3,,2999-01-01,,,a future',
    'b4,,,much,,',
    'b5,,,,nobody@baton.example,',
    'b6,,,,sam@baton.example,a rep',
    'b7\0,,,,,a NUL',
    'b8,,,,,=HYPERLINK("http://x"),and more,cells',
    ',,,,,nobody at all',
    `b9,,,,,"${'x'.repeat(20_001)}"`,
    'b10,,,,,=1+1',
    '',
  ].join('\r\n')
  const { reasons, ...result } = await importFile(cast.mia, file)
  expect(result).toMatchObject({ status: 'done', rows: 12, created: 2, updated: 1, skipped: 0, failed: 9 })
  expect(Object.keys(reasons).map(Number)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect(Object.values(reasons).every((reason) => reason.length > 10)).toBe(true)
  expect(await db.lead.findFirst({ where: { externalId: 'b10' } })).toMatchObject({ details: { note: '=1+1' } })
  await db.$executeRaw`truncate import, lead cascade`
})

test('the other fields may come as parts with a name and a type of their own', async () => {
  const form = new FormData()
  form.set('file', new Blob(['id\n1\n']), 'a.csv')
  form.set('mapping', new Blob(['{"columns":{"id":"externalId"}}'], { type: 'application/json' }))
  form.set('kind', 'leads')
  const { id } = await postImport(cast.mia, new Request('http://x/api/v1/imports', { method: 'POST', body: form }))
  expect(await db.import.findUnique({ where: { id } })).toMatchObject({
    kind: 'leads',
    mapping: { columns: { id: 'externalId' } },
  })
})

describe('a file is read however it is written', () => {
  const names = async () => (await db.lead.findMany({ orderBy: { email: 'asc' } })).map(({ firstName }) => firstName)

  test('UTF-8 with a mark, UTF-16 with and without one, Windows-1252; semicolons, tabs, bars; mixed line ends', async () => {
    const text = (n: number, between: string) =>
      ['email', 'name'].join(between) + `\r\nw${n}@x.example${between}Jörg\r\n`
    await importFile(cast.mia, `\ufeff${text(1, ',')}`)
    await importFile(cast.mia, new Uint8Array(Buffer.from(`\ufeff${text(2, ';')}`, 'utf16le')))
    await importFile(cast.mia, new Uint8Array(Buffer.from(`\ufeff${text(3, '\t')}`, 'utf16le').swap16()))
    await importFile(cast.mia, new Uint8Array(Buffer.from(text(4, '|'), 'latin1')))
    await importFile(cast.mia, new Uint8Array(Buffer.from(text(7, ','), 'utf16le')))
    await importFile(cast.mia, new Uint8Array(Buffer.from(text(8, ','), 'utf16le').swap16()))
    await importFile(cast.mia, 'email,name\rw5@x.example,Jörg\nw6@x.example,Jörg\r\n\r\n')
    expect(await names()).toEqual(Array.from({ length: 8 }, () => 'Jörg'))
  })
})
