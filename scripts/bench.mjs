// npm run bench [-- <leads> <touches>]: speed against plain SQL on the same data, on a database of its own.
import { applyMigrations } from './apply-migrations.mjs'
import { exitWith } from './failure.mjs'
import { install, isInstalled } from './install.mjs'
import { run } from './run.mjs'

async function bench() {
  if (!isInstalled()) await install()
  const { startScratchPostgres } = await import('./scratch-postgres.mjs')
  const server = await startScratchPostgres()
  try {
    await applyMigrations(server.url)
    const args = ['--conditions=react-server', '--import', 'tsx', 'scripts/bench.ts', ...process.argv.slice(2)]
    const { code } = await run(process.execPath, args, { env: { DATABASE_URL: server.url }, inherit: true })
    process.exitCode = code
  } finally {
    await server.stop()
  }
}

await bench().catch(exitWith)
