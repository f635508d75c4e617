import { applyMigrations } from '../../scripts/apply-migrations.mjs'
import { build } from '../../scripts/build.mjs'
import { ensureClient } from '../../scripts/generate.mjs'
import { runServerScript } from '../../scripts/run.mjs'
import { startScratchPostgres } from '../../scripts/scratch-postgres.mjs'
import { copyDatabase } from './copy-database'

/** The production build, and one Postgres with the two databases that each server under test has a copy of. */
export default async function buildAndPostgres() {
  ensureClient()
  await build()
  const server = await startScratchPostgres()
  await applyMigrations(server.url)
  process.env.E2E_NOBODY_URL = server.url
  process.env.E2E_PEOPLE_URL = await withPeople(server.url)
  return server.stop
}

/** A copy of the migrated database in which Mia, Sam, Sara, Max and Ada work. */
async function withPeople(template: string): Promise<string> {
  const url = await copyDatabase(template)
  const { code, output } = await runServerScript('demo-people-only.ts', { DATABASE_URL: url })
  if (code !== 0) throw new Error(`The people of the demo could not be put in:\n${output}`)
  return url
}
