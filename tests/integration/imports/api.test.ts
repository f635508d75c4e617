import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { runImport } from '@/lib/imports/run-import'
import { runRevert } from '@/lib/imports/run-revert'
import { apiOf } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'
import { uploadRequest } from '@/tests/integration/imports/file-import'

let cast: Cast
let api: Awaited<ReturnType<typeof apiOf>>['api']
beforeAll(async () => {
  ;({ cast, api } = await apiOf())
})

async function post(
  name: keyof Cast,
  file: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) {
  const form = uploadRequest(file, fields)
  const body = new Uint8Array(await form.arrayBuffer())
  return api[name]('POST', '/imports', {
    body,
    headers: { 'content-type': form.headers.get('content-type') ?? '', ...headers },
  })
}
const get = (name: keyof Cast, path: string) => api[name]('GET', path)
const work = (id: string) => runImport(id, new AbortController().signal)

describe('imports by API', () => {
  test('a file is taken with 202, its progress can be asked for, its failed rows come back as a file', async () => {
    const taken = await post('mia', 'email,=cmd\nines@x.example,1\nbad,"=1+1, ""x"""\n', { kind: 'leads' })
    expect(taken.status).toBe(202)
    const { id } = taken.data
    expect((await get('mia', `/imports/${id}`)).data).toMatchObject({ id, status: 'running', rows: 2, created: 0 })
    await work(id)
    expect((await get('mia', `/imports/${id}`)).data).toMatchObject({ status: 'done', rows: 2, created: 1, failed: 1 })
    const errors = await get('mia', `/imports/${id}/errors.csv`)
    expect(errors.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(errors.text.split('\r\n')).toEqual([
      "line,reason,email,'=cmd",
      expect.stringMatching(/^3,"Email ""bad"": Write an email.*",bad,"'=1\+1, ""x"""$/) as string,
      '',
    ])
    expect((await get('max', '/imports')).data.data).toMatchObject([{ id, status: 'done' }])
  })

  test('the same request again is the same import; with another file the key is refused', async () => {
    const order = { kind: 'leads', mapping: JSON.stringify({ columns: { id: 'externalId' } }) }
    const once = { 'Idempotency-Key': 'only once' }
    const [first, second] = [await post('mia', 'id\n7\n', order, once), await post('mia', 'id\n7\n', order, once)]
    expect([first.status, second.status, second.data.id]).toEqual([202, 202, first.data.id])
    expect((await post('mia', 'id\n8\n', order, once)).status).toBe(422)
    expect(await db.import.count({ where: { status: 'uploaded' } })).toBe(0)
  })

  test('what is wrong is told by its field, and nothing remains', async () => {
    const before = await db.import.count()
    const errorsOf = async (fields: Record<string, string>, file = 'email\na@x.example\n') => {
      const { status, data } = await post('mia', file, fields)
      return [status, ...data.errors.map(({ path }) => path)]
    }
    expect(await errorsOf({})).toEqual([422, 'kind'])
    expect(await errorsOf({ kind: 'people' })).toEqual([422, 'kind'])
    expect(await errorsOf({ kind: 'leads', colour: 'red' })).toEqual([422, 'colour'])
    expect(await errorsOf({ kind: 'leads', mapping: '{' })).toEqual([422, 'mapping'])
    expect(await errorsOf({ kind: 'leads', mapping: '{"columns":{"email":5}}' })).toEqual([
      422,
      'mapping.columns.email',
    ])
    expect(await errorsOf({ kind: 'leads', mapping: '{"columns":{"mail":"email"}}' })).toContain('mapping.columns.mail')
    expect(await errorsOf({ kind: 'leads', dryRun: 'maybe' })).toEqual([422, 'dryRun'])
    expect(await errorsOf({ kind: 'leads', mode: 'some' })).toEqual([422, 'mode'])
    expect(await errorsOf({ kind: 'leads' }, 'colour\nred\n')).toEqual([422, 'mapping.columns'])
    expect(await errorsOf({ kind: 'leads' }, 'email\n"a')).toEqual([422, 'file'])
    expect(await db.import.count()).toBe(before)
  })

  test('reps may not; what is not there is 404; what has ended can not be cancelled', async () => {
    expect((await post('sam', 'email\na@x.example\n', { kind: 'leads' })).status).toBe(403)
    expect(
      (
        await post('mia', 'email\na@x.example\n', {
          kind: 'outcomes',
          mapping: '{"columns":{"email":"lead.email"},"defaults":{"outcome":"won"}}',
        })
      ).status,
    ).toBe(403)
    expect((await get('sam', '/imports')).status).toBe(403)
    expect((await get('mia', `/imports/${cast.mia.id}`)).status).toBe(404)
    const { id } = (await post('mia', 'email\nc@x.example\n', { kind: 'leads' })).data
    const cancel = () => api.mia('POST', `/imports/${id}/cancel`)
    expect((await cancel()).data).toMatchObject({ status: 'cancelled' })
    await work(id)
    expect((await get('mia', `/imports/${id}`)).data).toMatchObject({ status: 'cancelled', created: 0 })
    const done = (await post('mia', 'email\nd@x.example\n', { kind: 'leads' })).data
    await work(done.id)
    expect((await api.mia('POST', `/imports/${done.id}/cancel`)).status).toBe(409)
  })

  test('an import is taken back with 202, and again with 200', async () => {
    const { id } = (await post('mia', 'externalId\nback1\n', { kind: 'leads' })).data
    const revert = () => api.mia('POST', `/imports/${id}/revert`)
    expect((await revert()).status).toBe(409)
    await work(id)
    const [taken, twice] = [await revert(), await revert()]
    expect([taken.status, taken.data.status, twice.status]).toEqual([202, 'running', 202])
    await runRevert(id, new AbortController().signal)
    expect((await get('mia', `/imports/${id}`)).data).toMatchObject({ status: 'reverted', created: 1 })
    expect(await revert()).toMatchObject({ status: 200, data: { status: 'reverted' } })
    expect((await get('mia', `/imports/${id}/kept`)).data).toMatchObject({ data: [], nextCursor: null })
    expect((await get('sam', `/imports/${id}/kept`)).status).toBe(403)
    expect((await get('mia', `/imports/${cast.mia.id}/kept`)).status).toBe(404)
    expect((await api.sam('POST', `/imports/${id}/revert`)).status).toBe(403)
    expect((await api.mia('POST', `/imports/${cast.mia.id}/revert`)).status).toBe(404)
    expect((await get('max', '/leads?q=back1')).data.data).toEqual([])
  })
})
