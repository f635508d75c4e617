import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { fromThisMachine } from '@/lib/api/incoming'
import { pool } from '@/lib/db'
import { log } from '@/lib/log'
import { apiOf, type Client, send } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'

let api: Record<keyof Cast, Client>
beforeAll(async () => {
  ;({ api } = await apiOf())
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

describe('the rate of a key', () => {
  test('is limited a minute: 429 with the seconds to wait; other keys go on', async () => {
    vi.stubEnv('API_RATE_PER_MINUTE', '3')
    const statuses = []
    for (let n = 0; n < 5; n++) statuses.push((await api.mia('GET', '/me')).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    const refused = await api.mia('GET', '/me')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.data).toMatchObject({ status: 429, detail: expect.stringContaining('3 times a minute') as string })
    expect((await api.sam('GET', '/me')).status).toBe(200)
  })

  test('is not limited where API_RATE_PER_MINUTE is 0', async () => {
    vi.stubEnv('API_RATE_PER_MINUTE', '0')
    for (let n = 0; n < 5; n++) expect((await api.mia('GET', '/me')).status).toBe(200)
  })
})

describe('health', () => {
  test('is told to anybody: alive, and ready when the database has all migrations', async () => {
    expect((await send('GET', '/api/health/live')).data).toEqual({ status: 'ok' })
    expect((await send('GET', '/api/health/ready')).status).toBe(200)
    expect((await send('POST', '/api/health/ready')).status).toBe(405)
  })

  test('is 503 while a migration is missing or the database does not answer', async () => {
    const [first] = (
      await pool.query<{ name: string }>('select migration_name as name from _prisma_migrations order by 1 limit 1')
    ).rows
    await pool.query('update _prisma_migrations set finished_at = null where migration_name = $1', [first?.name])
    const behind = await send('GET', '/api/health/ready')
    expect([behind.status, behind.data.detail]).toEqual([503, `The database lacks the migration ${first?.name}.`])
    await pool.query('update _prisma_migrations set finished_at = now() where migration_name = $1', [first?.name])
    const holder = await pool.connect()
    await holder.query('begin; lock table _prisma_migrations in access exclusive mode')
    const gone = await send('GET', '/api/health/ready')
    await holder.query('rollback')
    holder.release()
    expect([gone.status, gone.headers.get('content-type')]).toEqual([503, 'application/problem+json'])
  })
})

test('metrics are read on this machine or with the token, by nobody else', async () => {
  const read = (headers: Record<string, string>) => send('GET', '/api/metrics', { headers })
  expect((await read({})).status).toBe(403)
  const local = await read({ [fromThisMachine]: 'yes' })
  expect([local.status, local.text]).toEqual([200, expect.stringContaining('process_cpu_seconds_total')])
  expect((await read({ authorization: 'Bearer ' })).status).toBe(403)
  vi.stubEnv('METRICS_TOKEN', 'a-token')
  expect((await read({ authorization: 'Bearer another' })).status).toBe(403)
  expect((await read({ authorization: 'Bearer a-token' })).status).toBe(200)
})

test('a fault of ours is 500, logged once with its id, and tells nothing of the inside', async () => {
  const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined)
  await pool.query('alter table campaign rename to secret_campaign')
  const { status, text, headers } = await api.mia('GET', '/campaigns')
  await pool.query('alter table secret_campaign rename to campaign')
  expect([status, headers.get('content-type')]).toEqual([500, 'application/problem+json'])
  expect(text).not.toContain('campaign')
  expect(logged).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ requestId: headers.get('x-request-id') }),
    expect.any(String),
  )
})
