// npm run simulate: how often the suggestion of thresholds finds a truth that is known. Needs no database.
import { exitWith } from './failure.mjs'
import { install, isInstalled } from './install.mjs'
import { run } from './run.mjs'

async function simulate() {
  if (!isInstalled()) await install()
  const { ensureClient } = await import('./generate.mjs')
  ensureClient()
  const { code } = await run(process.execPath, ['--import', 'tsx', 'scripts/simulate-thresholds.ts'], { inherit: true })
  process.exitCode = code
}

await simulate().catch(exitWith)
