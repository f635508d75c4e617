// The embedded Postgres: one server a data folder. A living one is adopted, a dead one's lock is cleared, never a second started.
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { Failure, explain } from './failure.mjs'
import { freePort } from './ports.mjs'
import { binaries, postgresUser, runProgram } from './postgres-binaries.mjs'
import { keptSecret, readSecrets, saveSecrets } from './secrets.mjs'

const megabyte = 1024 * 1024
const memory = Math.round(totalmem() / megabyte)

/** For a small machine: fast on an SSD, few connections, an eighth of the memory for what is read and written most. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 60,
  shared_buffers: `${Math.min(1024, Math.max(128, Math.round(memory / 8)))}MB`,
  effective_cache_size: `${Math.round(memory / 2)}MB`,
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  random_page_cost: 1.1,
  max_wal_size: '1GB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
}

const cluster = (dataDir) => path.join(dataDir, 'postgres')
const logFile = (dataDir) => path.join(cluster(dataDir), 'baton.log')

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Another program may have got the number of a dead server. Where /proc can't tell, the number is believed. */
function isPostgres(pid) {
  if (!isAlive(pid)) return false
  const commandLine = `/proc/${pid}/cmdline`
  return existsSync(commandLine) ? /postgres/.test(readFileSync(commandLine, 'utf8').split('\0')[0]) : true
}

/** The server that holds the lock of this folder: { pid, port }, or null. */
export function runningServer(dataDir) {
  const lock = path.join(cluster(dataDir), 'postmaster.pid')
  if (!existsSync(lock)) return null
  const lines = readFileSync(lock, 'utf8').split('\n')
  const pid = Number(lines[0])
  return pid > 0 && isPostgres(pid) ? { pid, port: Number(lines[3]) } : null
}

function urlOf(port, password, database) {
  return `postgresql://baton:${password}@127.0.0.1:${port}/${database}`
}

async function answers(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function createCluster(dataDir, password) {
  const { initdb } = await binaries()
  const user = postgresUser()
  // Made beside and renamed, so that a half-made cluster is never taken for a whole one.
  const fresh = path.join(dataDir, `postgres-new-${process.pid}`)
  const passwordFile = path.join(dataDir, `password-${process.pid}`)
  try {
    mkdirSync(fresh, { recursive: true, mode: 0o700 })
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
    if (user.uid !== undefined) for (const file of [fresh, passwordFile]) chownSync(file, user.uid, user.gid)
    const { code, output } = await runProgram(initdb, dataDir, [
      `--pgdata=${fresh}`,
      '--username=baton',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ])
    if (code !== 0) throw new Error(`Postgres could not make its data folder.\n${output}`)
    if (!existsSync(cluster(dataDir))) renameSync(fresh, cluster(dataDir))
  } catch (error) {
    throw explain(error, `making the database in ${dataDir}`)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(fresh, { recursive: true, force: true })
  }
}

async function launch(dataDir, more) {
  const { pg_ctl: pgCtl } = await binaries()
  const lock = path.join(cluster(dataDir), 'postmaster.pid')
  const port = await freePort(readSecrets(dataDir).postgresPort)
  const flags = Object.entries({ ...settings, ...more }).map(([name, value]) => `-c ${name}='${value}'`)
  // After a kill -9 the server's helpers take a moment to die; Postgres waits for them by refusing to start.
  for (let attempt = 1; ; attempt++) {
    if (!runningServer(dataDir)) rmSync(lock, { force: true })
    rmSync(logFile(dataDir), { force: true })
    const options = `-p ${port} ${flags.join(' ')}`
    const { code, output } = await runProgram(pgCtl, dataDir, [
      'start',
      '-w',
      '-t',
      '60',
      '-D',
      cluster(dataDir),
      '-l',
      logFile(dataDir),
      '-o',
      options,
    ])
    if (code === 0) break
    const log = existsSync(logFile(dataDir)) ? readFileSync(logFile(dataDir), 'utf8') : ''
    if (attempt < 20 && /shared memory block|lock file .* already exists/.test(log + output)) {
      await wait(250)
      continue
    }
    throw explain(
      new Error(`The embedded Postgres did not start.\n${output}${log}`),
      `starting the database in ${dataDir}`,
    )
  }
  saveSecrets(dataDir, { postgresPort: port })
}

/**
 * Starts the embedded Postgres of a data folder, or adopts the one that runs there.
 * Returns its `url`, the `pid` of the server, whether it was `adopted`, `isRunning`, and `stop`.
 */
export async function startPostgres(dataDir, { database = 'baton', settings: more = {} } = {}) {
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (error) {
    throw explain(error, `making the folder ${dataDir}`)
  }
  if (!existsSync(cluster(dataDir))) await createCluster(dataDir, keptSecret(dataDir, 'postgresPassword'))
  const password = keptSecret(dataDir, 'postgresPassword')

  const before = runningServer(dataDir)
  let server = before
  // An adopted server may still be starting, recovering from a crash, or just dying of a kill.
  for (let attempt = 1; !server || !(await answers(urlOf(server.port, password, 'postgres'))); attempt++) {
    if (attempt === 120) throw new Failure(`The Postgres in ${dataDir} runs but does not answer.`)
    if (!runningServer(dataDir)) await launch(dataDir, more)
    else await wait(250)
    server = runningServer(dataDir)
  }
  const { pid, port } = server
  const adopted = pid === before?.pid
  await createDatabase(urlOf(port, password, 'postgres'), database)
  return {
    url: urlOf(port, password, database),
    pid,
    adopted,
    isRunning: () => runningServer(dataDir)?.pid === pid,
    stop: () => stopPostgres(dataDir),
  }
}

async function createDatabase(adminUrl, name) {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

/** Ends the server of a data folder, whoever started it; open transactions are rolled back. Does nothing when none runs. */
export async function stopPostgres(dataDir) {
  if (!runningServer(dataDir)) return
  const { pg_ctl: pgCtl } = await binaries()
  await runProgram(pgCtl, dataDir, ['stop', '-w', '-t', '30', '-m', 'fast', '-D', cluster(dataDir)])
}
