// Makes the Prisma client from prisma/schema.prisma, without a network.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const schemaFile = path.join(root, 'prisma', 'schema.prisma')
/** What the client that is there was made from. */
const madeFrom = path.join(root, 'prisma', 'generated', 'made-from.prisma')

/** Writes prisma/generated. Throws with what Prisma said when the schema is wrong. */
function generateClient() {
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js')
  const result = spawnSync(process.execPath, [prisma, 'generate', '--config', 'prisma/prisma.config.ts'], {
    cwd: root,
    encoding: 'utf8',
    // Generating does not use the schema engine, but without this Prisma would download it.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  })
  if (result.status !== 0) throw new Error(`prisma generate failed.\n${result.stdout}${result.stderr}`)
  copyFileSync(schemaFile, madeFrom)
}

/** The same, unless the client that is there is of this schema. Returns whether it had to. */
export function ensureClient() {
  if (existsSync(madeFrom) && readFileSync(madeFrom, 'utf8') === readFileSync(schemaFile, 'utf8')) return false
  generateClient()
  return true
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  generateClient()
  console.log('The database client is generated.')
}
