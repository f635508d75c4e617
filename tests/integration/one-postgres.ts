import type { TestProject } from 'vitest/node'
import { applyMigrations } from '../../scripts/apply-migrations.mjs'
import { startScratchPostgres } from '../../scripts/scratch-postgres.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a migrated database; it is copied for each test file, so nobody may stay connected to it. */
    templateUrl: string
  }
}

/** One server for the run, with one migrated database that the files copy. */
export default async function onePostgres(project: TestProject) {
  const server = await startScratchPostgres()
  await applyMigrations(server.url)
  project.provide('templateUrl', server.url)
  return server.stop
}
