import { beforeAll, expect, test } from 'vitest'
import { deleteView } from '@/lib/views/delete-view'
import { editView } from '@/lib/views/edit-view'
import { listQuery } from '@/lib/views/list-query'
import { listViews } from '@/lib/views/queries'
import { saveView } from '@/lib/views/save-view'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast

beforeAll(async () => {
  cast = await castOf()
})

const names = async (who: keyof Cast) => (await listViews(cast[who], 'leads')).map(({ name }) => name)
const save = (who: keyof Cast, name: string, more: object = {}) =>
  saveView(cast[who], { list: 'leads', name, query: 'stage=warm', ...more })

test('a view is its own, until it is shared', async () => {
  const own = await save('mia', 'Silent')
  expect(await names('mia')).toEqual(['Silent'])
  expect(await names('max')).toEqual([])
  await editView(cast.mia, { viewId: own.id, isShared: true })
  expect(await names('max')).toEqual(['Silent'])
  expect(await listViews(cast.max, 'companies')).toEqual([])
})

test('a shared view is changed by whose it is and by managers, by nobody else', async () => {
  const { id } = await save('mia', 'Hot ones', { isShared: true })
  const notFound = expect.objectContaining({ code: 'NOT_FOUND' }) as unknown
  await expect(editView(cast.sam, { viewId: id, name: 'Mine now' })).rejects.toEqual(notFound)
  await expect(deleteView(cast.sam, { viewId: id })).rejects.toEqual(notFound)
  expect(await editView(cast.max, { viewId: id, name: 'Hot leads' })).toMatchObject({ name: 'Hot leads' })
  const { id: secret } = await save('mia', 'Secret')
  await expect(deleteView(cast.max, { viewId: secret })).rejects.toEqual(notFound)
  await deleteView(cast.mia, { viewId: secret })
  expect(await names('mia')).toEqual(['Hot leads', 'Silent'])
})

test('two views of one person have two names', async () => {
  await save('ada', 'Twice')
  const taken = expect.objectContaining({ code: 'CONFLICT' }) as unknown
  await expect(save('ada', 'Twice')).rejects.toEqual(taken)
  const { id } = await save('ada', 'Once')
  await expect(editView(cast.ada, { viewId: id, name: 'Twice' })).rejects.toEqual(taken)
  await expect(editView(cast.ada, { viewId: id, name: 'Once' })).resolves.toMatchObject({ name: 'Once' })
})

test('of two that save the same name at once, one has it and the other is told', async () => {
  const both = await Promise.allSettled([save('sara', 'Race'), save('sara', 'Race')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await names('sara')).toContain('Race')
})

test('a view keeps filters, order and columns, not where in the list one was', async () => {
  const query = 'sort=-value&cursor=abc&start=50&do=new&columns=company%2Cvalue&stage=warm&saved=x'
  expect(await save('ada', 'Tidy', { query })).toMatchObject({
    query: 'columns=company%2Cvalue&sort=-value&stage=warm',
  })
  expect(listQuery({ stage: 'warm', columns: 'company,value', sort: ['-value', 'name'], start: '50' })).toBe(
    'columns=company%2Cvalue&sort=-value&stage=warm',
  )
})

test('nobody keeps views without end', async () => {
  for (let n = 0; n < 30; n++) await saveView(cast.sam, { list: 'companies', name: `View ${n}`, query: '' })
  await expect(saveView(cast.sam, { list: 'companies', name: 'One more', query: '' })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
})
