// The web server as a child process.
import http from 'node:http'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Failure } from './failure.mjs'
import { spawnTied } from './run.mjs'
import { root } from './settings.mjs'

function answers(host, port) {
  return new Promise((resolve) => {
    const request = http.get({ host, port, path: '/api/health/live', timeout: 30_000 }, (response) => {
      response.resume()
      resolve(true)
    })
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(false))
  })
}

/** The address at which this machine reaches a server that listens on `host`. */
function reachable(host) {
  if (host === '0.0.0.0') return '127.0.0.1'
  return host === '::' ? '::1' : host
}

/** How the address is written for people. */
export function addressOf({ host, port, appUrl }) {
  if (appUrl) return appUrl
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/** The variables with which the web server finds its database, its secret and its own address. */
export function serverEnv(settings, databaseUrl, secret) {
  return {
    DATABASE_URL: databaseUrl,
    DATA_DIR: settings.dataDir,
    AUTH_SECRET: secret,
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: addressOf(settings),
    // Without APP_URL people may come by any name of this machine, and stay with the one they came by.
    ...(settings.appUrl ? {} : { AUTH_TRUST_HOST: 'true' }),
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

/**
 * Node tidies up the later, the more memory there might be: an import of 200,000 rows then leaves 350 MB of waste. With
 * this much for what it keeps, many times what it needs, it stays under 150 MB. What the environment says goes before.
 */
const heapMegabytes = 1024
const heapFlags = /--max[-_]old[-_]space[-_]size/.test(process.env.NODE_OPTIONS ?? '')
  ? []
  : [`--max-old-space-size=${heapMegabytes}`]

/**
 * Starts the web server; `mode` is `start` (production) or `dev`. What it writes before it is ready is kept for the case that it
 * fails, and shown afterwards unless `quiet`. Returns `ready`, which rejects when the server ends before it answers, `exited`,
 * which resolves when it has ended, `stop`, and `output`.
 */
export function serve(mode, { host, port }, env, { quiet = false } = {}) {
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const isProduction = mode === 'start'
  const child = spawnTied([...(isProduction ? heapFlags : []), next, mode, '-H', host, '-p', String(port)], {
    // Of the C library's pools, one for each thread that ever allocated, two do; the others would hold waste as well.
    ...(isProduction ? { MALLOC_ARENA_MAX: '2' } : {}),
    ...env,
    NODE_ENV: isProduction ? 'production' : 'development',
  })
  let output = ''
  const keep = (chunk) => (output = (output + chunk).slice(-100_000))
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)

  let hasEnded = false
  const exited = new Promise((resolve) => child.once('close', resolve)).then(() => (hasEnded = true))
  const ready = (async () => {
    while (!(await answers(reachable(host), port))) {
      if (hasEnded) throw new Failure(`The web server ended before it was ready:\n${output}`)
      await wait(50)
    }
    if (quiet) return
    child.stdout.pipe(process.stdout)
    child.stderr.pipe(process.stderr)
  })()
  ready.catch(() => undefined)

  const stop = async () => {
    if (hasEnded) return
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
    await exited
    clearTimeout(timer)
  }
  return { ready, exited, stop, output: () => output }
}
