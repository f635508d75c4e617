import { applyMigrations } from '../../scripts/apply-migrations.mjs'
import { build } from '../../scripts/build.mjs'
import { ensureClient } from '../../scripts/generate.mjs'
import { startScratchPostgres } from '../../scripts/scratch-postgres.mjs'

/** The production build, and one Postgres whose migrated database each server under test copies. */
export default async function buildAndPostgres() {
  ensureClient()
  await build()
  const server = await startScratchPostgres()
  await applyMigrations(server.url)
  process.env.E2E_TEMPLATE_URL = server.url
  return server.stop
}
