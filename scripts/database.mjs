// The database to work on: the one that DATABASE_URL names, or the embedded one.
import pg from 'pg'
import { applyMigrations } from './apply-migrations.mjs'
import { Failure } from './failure.mjs'
import { runningServer, startPostgres } from './postgres.mjs'
import { step } from './step.mjs'

const oldestVersion = 14

function sentence(error, url) {
  const { hostname, port, pathname, username } = new URL(url)
  const where = `${hostname || 'localhost'}:${port || 5432}`
  if (/password must be a string/.test(error.message))
    return `The database at ${where} asks for a password, and DATABASE_URL has none.`
  if (error.code === '28P01' || error.code === '28000')
    return `The database at ${where} refuses the user "${username}": ${error.message}.`
  if (error.code === '3D000') return `The Postgres at ${where} has no database "${pathname.slice(1)}". Create it first.`
  return `The database at ${where} can't be reached (${error.message || error.code}). Check DATABASE_URL.`
}

/** Throws a Failure unless a Postgres that is new enough answers at `url`. */
async function checkDatabase(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query('show server_version_num')
    const version = Math.floor(Number(rows[0].server_version_num) / 10_000)
    if (version < oldestVersion) {
      throw new Failure(`The database is Postgres ${version}; Baton needs ${oldestVersion} or later.`)
    }
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(sentence(error, url))
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** So that one Baton sees whether another still works on the embedded database. */
function named(url) {
  const withName = new URL(url)
  withName.searchParams.set('application_name', 'baton')
  return withName.href
}

/** Holds a connection, so that another Baton which is just ending leaves the server running. */
async function claim(url) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function openEmbedded(dataDir) {
  for (let attempt = 1; ; attempt++) {
    const server = await startPostgres(dataDir)
    const url = named(server.url)
    try {
      const claimed = await claim(url)
      await applyMigrations(url)
      const close = async () => {
        await claimed.end().catch(() => undefined)
        if (!(await isUsed(server.url))) await server.stop()
      }
      return { url, embedded: true, server, close }
    } catch (error) {
      // Its last user ended it while it was being adopted.
      if (runningServer(dataDir)?.pid !== server.pid && attempt < 5) continue
      if (!(await isUsed(server.url))) await server.stop()
      throw error
    }
  }
}

/**
 * Opens the database and brings it to the present schema. Returns its `url`, whether it is `embedded`, its `server` (embedded
 * only), and `close`, which ends the embedded server unless another Baton uses it.
 */
export async function openDatabase({ databaseUrl, dataDir }) {
  if (!databaseUrl) return step('Starting the embedded Postgres', () => openEmbedded(dataDir))
  await step('Reaching the database', () => checkDatabase(databaseUrl))
  await step('Bringing the database up to date', () => applyMigrations(databaseUrl))
  return { url: databaseUrl, embedded: false, server: null, close: async () => undefined }
}

/** Whether a Baton is connected. One that was just killed may still be on the list for a moment. */
async function isUsed(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    for (let look = 1; look <= 10; look++) {
      const { rowCount } = await client.query(`select 1 from pg_stat_activity where application_name = 'baton'`)
      if (!rowCount) return false
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
