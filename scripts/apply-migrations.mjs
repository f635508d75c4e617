// Brings a database to the present schema. The migrations are Prisma's, and so is the table that remembers them
// (`prisma migrate deploy` reads both), but each is applied in one transaction: a crash leaves all of it or nothing.
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { Failure, explain } from './failure.mjs'

export const migrationsDir = path.join(
  path.dirname(path.dirname(fileURLToPath(import.meta.url))),
  'prisma',
  'migrations',
)

/** Two starters at once: the second waits here, and then finds everything done. */
const lockKey = 7_203_155_614

const remembered = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`

/** Names of the migrations, in the order in which they are applied. */
export function migrationNames() {
  return readdirSync(migrationsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

async function applyOne(client, name) {
  const sql = readFileSync(path.join(migrationsDir, name, 'migration.sql'), 'utf8')
  const checksum = createHash('sha256').update(sql).digest('hex')
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw explain(Object.assign(error, { message: `Migration ${name}: ${error.message}` }), `migration ${name}`)
  }
}

async function applyOurs(client) {
  await client.query(remembered)
  const { rows } = await client.query(
    'select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  )
  const applied = new Set(rows.map((row) => row.name))
  const names = migrationNames()
  const unknown = [...applied].find((name) => !names.includes(name))
  if (unknown)
    throw new Failure(`The database is newer than this Baton (it has the migration ${unknown}). Update Baton.`)

  const missing = names.filter((name) => !applied.has(name))
  for (const name of missing) await applyOne(client, name)
  return missing
}

/** Applies what the database at `url` lacks, the job queue's own tables included. Returns the names of our migrations. */
export async function applyMigrations(url) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    const applied = await applyOurs(client)
    await applyJobQueue(url)
    return applied
  } finally {
    await client.end()
  }
}

async function applyJobQueue(url) {
  const { Logger, runMigrations } = await import('graphile-worker')
  await runMigrations({ connectionString: url, logger: new Logger(() => () => undefined) })
}
