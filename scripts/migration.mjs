// npm run migration -- <name>: writes the SQL that leads from the schema of the last migration to the present one.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { migrationsDir } from './apply-migrations.mjs'
import { diffSchemas, lastSchemaFile, schemaFile } from './schema-engine.mjs'
import { startScratchPostgres } from './scratch-postgres.mjs'

const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Say what the migration does: npm run migration -- add_working_hours')
  process.exit(1)
}

const schema = readFileSync(schemaFile, 'utf8')
const last = existsSync(lastSchemaFile) ? readFileSync(lastSchemaFile, 'utf8') : null
const server = await startScratchPostgres()
const sql = await diffSchemas(server.url, last, schema).finally(server.stop)
if (sql === null) {
  console.log('The schema has not changed since the last migration.')
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const dir = path.join(migrationsDir, `${stamp}_${name}`)
  mkdirSync(dir, { recursive: true })
  writeFileSync(path.join(dir, 'migration.sql'), sql)
  writeFileSync(lastSchemaFile, schema)
  console.log(
    `Written: ${path.relative(process.cwd(), path.join(dir, 'migration.sql'))}. Read it before you commit it.`,
  )
}
