// What Baton made up by itself and has to remember: kept in DATA_DIR, readable by its owner alone.
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Failure, explain } from './failure.mjs'

/** The file's contents, {} when there is none yet. */
export function readSecrets(dataDir) {
  const file = path.join(dataDir, 'secrets.json')
  if (!existsSync(file)) return {}
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Failure(`${file} can't be read (${error.message}). Put it back, or move the folder ${dataDir} away.`)
  }
}

/** Adds to the file; written beside and renamed, so that a crash leaves the old one whole. */
export function saveSecrets(dataDir, more) {
  const file = path.join(dataDir, 'secrets.json')
  try {
    mkdirSync(dataDir, { recursive: true })
    const next = `${file}.${process.pid}`
    writeFileSync(next, `${JSON.stringify({ ...readSecrets(dataDir), ...more }, null, 2)}\n`, { mode: 0o600 })
    chmodSync(next, 0o600)
    renameSync(next, file)
  } catch (error) {
    throw explain(error, `writing to ${dataDir}`)
  }
}

/** The secret of that name, made at the first call and the same ever after. */
export function keptSecret(dataDir, name) {
  const known = readSecrets(dataDir)[name]
  if (typeof known === 'string') return known
  const secret = randomBytes(32).toString('base64url')
  saveSecrets(dataDir, { [name]: secret })
  return secret
}
