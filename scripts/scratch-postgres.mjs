import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from './postgres.mjs'

/** A server on a temporary folder that goes with it: for tests and for comparing schemas. Nothing in it survives a crash. */
export async function startScratchPostgres() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'baton-scratch-'))
  chmodSync(dataDir, 0o755)
  const server = await startPostgres(dataDir, {
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  })
  return {
    ...server,
    dataDir,
    stop: async () => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
