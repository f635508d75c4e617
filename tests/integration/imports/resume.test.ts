import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { cancelImport } from '@/lib/imports/cancel-import'
import { getImport } from '@/lib/imports/queries'
import { repeatImport } from '@/lib/imports/repeat-import'
import { runImport } from '@/lib/imports/run-import'
import { startImport } from '@/lib/imports/start-import'
import { type Cast, castOf } from '@/tests/integration/cast'
import { begin } from '@/tests/integration/imports/file-import'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

const rows = 2300
const file = (name: string) =>
  `externalId,note\n${Array.from({ length: rows }, (_, n) => `${name}${n},"line one\nline two"`).join('\n')}\n${name}0,\n,only a note\n`

/** A signal that stops the work once so many rows are in, as a kill would, between two batches. */
function stopAfter(importId: string, done: number): AbortSignal {
  const controller = new AbortController()
  const watch = setInterval(
    () =>
      void db.import
        .findUnique({ where: { id: importId } })
        .then((of) => of && of.rowsDone >= done && controller.abort()),
    5,
  )
  controller.signal.addEventListener('abort', () => clearInterval(watch))
  return controller.signal
}

const never = new AbortController().signal

test('an import that is stopped and begun again loses and doubles nothing', { timeout: 120_000 }, async () => {
  const importId = await begin(cast.mia, file('r'))
  await runImport(importId, stopAfter(importId, 1))
  const stopped = await getImport(cast.mia, importId)
  expect(stopped).toMatchObject({ status: 'running', rows: rows + 2 })
  expect(await db.lead.count({ where: { importId } })).toBe(stopped.created)
  expect(stopped.created).toBeLessThan(rows)
  await runImport(importId, never)
  expect(await getImport(cast.mia, importId)).toMatchObject({
    status: 'done',
    created: rows,
    updated: 1,
    skipped: 0,
    failed: 1,
  })
  expect(await db.lead.count({ where: { importId } })).toBe(rows)
  const [error] = await db.importError.findMany({ where: { importId } })
  expect(error).toMatchObject({ line: 2 + rows * 2 + 1, cells: ['', 'only a note'] })
})

test('two processes that take the same import up do it once', { timeout: 120_000 }, async () => {
  const importId = await begin(cast.mia, file('p'))
  await Promise.all([runImport(importId, never), runImport(importId, never)])
  await runImport(importId, never)
  expect(await getImport(cast.mia, importId)).toMatchObject({ status: 'done', created: rows, updated: 1, failed: 1 })
  expect(await db.lead.count({ where: { importId } })).toBe(rows)
})

test('a cancelled import stops between two batches; what is in stays in', async () => {
  const importId = await begin(cast.mia, file('c'))
  await cancelImport(cast.mia, { importId })
  await runImport(importId, never)
  expect(await getImport(cast.mia, importId)).toMatchObject({ status: 'cancelled', created: 0 })
  await expect(startImport(cast.mia, { importId, kind: 'leads' })).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('the same file can be imported again as another kind without being uploaded again', async () => {
  const first = await begin(cast.mia, 'externalId,channel\nagain1,email\n')
  await runImport(first, never)
  const { id } = await repeatImport(cast.mia, { importId: first, kind: 'touchpoints' })
  await startImport(cast.mia, {
    importId: id,
    kind: 'touchpoints',
    mapping: { columns: { externalId: 'lead.externalId', channel: 'channel' } },
  })
  await runImport(id, never)
  expect(await getImport(cast.mia, id)).toMatchObject({ kind: 'touchpoints', created: 1, failed: 0 })
})
