// What the environment (or the file .env) says about running Baton, checked before anything is done.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Failure } from './failure.mjs'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

function port(value) {
  const number = /^\d{1,5}$/.test(value) ? Number(value) : 0
  if (number < 1 || number > 65535) throw new Failure(`PORT must be a number from 1 to 65535, not "${value}".`)
  return number
}

function host(value) {
  if (!/^[A-Za-z0-9.:-]+$/.test(value)) throw new Failure(`HOST must be an address of this machine, not "${value}".`)
  return value
}

function demo(value) {
  if (value !== '0' && value !== '1') throw new Failure(`DEMO must be 0 or 1, not "${value}".`)
  return value === '1'
}

function databaseUrl(value) {
  if (!/^postgres(ql)?:\/\//.test(value) || !URL.canParse(value)) {
    throw new Failure('DATABASE_URL must look like postgresql://user:password@host:5432/database.')
  }
  return value
}

function appUrl(value) {
  const url = URL.canParse(value) ? new URL(value) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search) {
    throw new Failure(`APP_URL must be the address that people open, like https://baton.example.com, not "${value}".`)
  }
  return url.origin
}

function authSecret(value) {
  if (value.length < 32) throw new Failure('AUTH_SECRET must have at least 32 characters.')
  return value
}

function rate(value) {
  if (!/^\d{1,9}$/.test(value))
    throw new Failure(`API_RATE_PER_MINUTE must be a whole number (0: no limit), not "${value}".`)
  return Number(value)
}

function megabytes(value) {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new Failure(`IMPORT_MAX_MB must be a whole number from 1, not "${value}".`)
  return Number(value)
}

function smtpUrl(value) {
  if (!/^smtps?:\/\/[^/]/.test(value) || !URL.canParse(value))
    throw new Failure('SMTP_URL must look like smtps://user:password@mail.example.com:465.')
  return value
}

function mailFrom(value) {
  if (!/^([^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(value))
    throw new Failure(`MAIL_FROM must be an address like "Baton <baton@example.com>", not "${value}".`)
  return value
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

function logLevel(value) {
  if (!logLevels.includes(value)) throw new Failure(`LOG_LEVEL must be one of ${logLevels.join(', ')}, not "${value}".`)
  return value
}

const [major, minor] = process.versions.node.split('.').map(Number)

/** Reads and checks all variables; throws a Failure that names the wrong one. Empty counts as not given. */
export function readSettings() {
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Failure(`Baton needs Node 20.19 or later; this is ${process.versions.node}.`)
  }
  const file = path.join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  const read = (name, parse, otherwise) => (process.env[name] ? parse(process.env[name]) : otherwise)

  read('API_RATE_PER_MINUTE', rate)
  read('IMPORT_MAX_MB', megabytes)
  read('LOG_LEVEL', logLevel)
  if (read('SMTP_URL', smtpUrl) && !process.env.MAIL_FROM)
    throw new Failure('SMTP_URL needs MAIL_FROM beside it: the address that mails come from.')
  read('MAIL_FROM', mailFrom)
  return {
    port: read('PORT', port, 3000),
    host: read('HOST', host, '127.0.0.1'),
    demo: read('DEMO', demo, true),
    dataDir: path.resolve(root, read('DATA_DIR', String, '.data')),
    databaseUrl: read('DATABASE_URL', databaseUrl, null),
    appUrl: read('APP_URL', appUrl, null),
    authSecret: read('AUTH_SECRET', authSecret, null),
  }
}
