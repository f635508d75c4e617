// From whatever is there to a running Baton. Before the install only Node's own modules may be loaded.
import { Failure } from './failure.mjs'
import { install } from './install.mjs'
import { untilAskedToEnd, untilGone } from './lifetime.mjs'
import { checkAddress } from './listening.mjs'
import { endRunning } from './run.mjs'
import { readSettings } from './settings.mjs'
import { step } from './step.mjs'

const unexpected = (what) => new Failure(`${what} has ended unexpectedly. Nothing is lost: start again with npm start.`)

/** Runs Baton until it is asked to end; `mode` is `start` (production) or `dev`. Throws when it can't run, or not any longer. */
export async function runBaton(mode) {
  const askedToEnd = untilAskedToEnd()
  /** What has been started, to be ended in the opposite order. */
  const started = { database: null, server: null }
  const work = bringUp(mode, started)
  work.catch(() => undefined)
  try {
    await Promise.race([work, askedToEnd])
    console.log('\nEnding ...')
  } finally {
    endRunning()
    await started.server?.stop()
    const database = await started.database?.catch(() => null)
    await database?.close()
  }
}

async function bringUp(mode, started) {
  const settings = readSettings()
  await checkAddress(settings)
  await install()
  const { ensureClient } = await import('./generate.mjs')
  ensureClient()

  const { openDatabase } = await import('./database.mjs')
  const { keptSecret } = await import('./secrets.mjs')
  const { addressOf, serve, serverEnv } = await import('./serve.mjs')
  const secret = settings.authSecret ?? keptSecret(settings.dataDir, 'authSecret')
  started.database = openDatabase(settings)
  const database = await started.database
  const env = serverEnv(settings, database.url, secret)

  if (mode === 'start') {
    const { build } = await import('./build.mjs')
    await build()
  }
  const { ensureDemoData, greeting } = await import('./first-data.mjs')
  if (database.embedded && settings.demo) await ensureDemoData({ url: database.url, dataDir: settings.dataDir }, env)
  const server = serve(mode, settings, env)
  started.server = server
  await step('Starting the web server', () => server.ready)
  const lines = await greeting(database.url, addressOf(settings))
  console.log(`\n${lines.join('\n')}\n\nCtrl-C ends it.`)

  const lost = [server.exited.then(() => 'The web server')]
  if (database.server) lost.push(untilGone(database.server.isRunning).then(() => 'The embedded Postgres'))
  throw unexpected(await Promise.race(lost))
}
