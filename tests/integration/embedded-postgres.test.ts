import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { runningServer, startPostgres, stopPostgres } from '../../scripts/postgres.mjs'

let dataDir = ''
const lock = () => path.join(dataDir, 'postgres', 'postmaster.pid')

beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'baton-embedded-'))
  chmodSync(dataDir, 0o755)
})
afterEach(() => stopPostgres(dataDir))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('a server that is stopped keeps its rows and its address', async () => {
  const first = await startPostgres(dataDir)
  await query(first.url, 'create table note as select 1 as kept')
  await first.stop()
  expect(runningServer(dataDir)).toBeNull()
  const second = await startPostgres(dataDir)
  expect(second.url).toBe(first.url)
  expect(await query(second.url, 'select kept from note')).toEqual([{ kept: 1 }])
})

test('a server that outlived its starter is adopted, not doubled', async () => {
  const first = await startPostgres(dataDir)
  const second = await startPostgres(dataDir)
  expect(second).toMatchObject({ pid: first.pid, url: first.url, adopted: true })
})

test('after kill -9 of the server the next start has all that was written', async () => {
  const first = await startPostgres(dataDir)
  await query(first.url, 'create table written as select 2 as kept')
  process.kill(first.pid ?? 0, 'SIGKILL')
  const second = await startPostgres(dataDir)
  expect(second.adopted).toBe(false)
  expect(await query(second.url, 'select kept from written')).toEqual([{ kept: 2 }])
})

test('the lock of a dead server whose number another program has got is cleared', async () => {
  const first = await startPostgres(dataDir)
  const lines = readFileSync(lock(), 'utf8').split('\n')
  await first.stop()
  writeFileSync(lock(), [String(process.pid), ...lines.slice(1)].join('\n'))
  expect((await startPostgres(dataDir)).adopted).toBe(false)
})

test('the lock of a living server is never cleared', async () => {
  const first = await startPostgres(dataDir)
  await startPostgres(dataDir)
  expect(existsSync(lock())).toBe(true)
  expect(runningServer(dataDir)?.pid).toBe(first.pid)
})

test('the password is for the owner of the folder alone', async () => {
  await startPostgres(dataDir)
  expect(statSync(path.join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
})
