// Prisma's schema engine as WebAssembly: it compares schemas without downloading a binary.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { migrationsDir } from './apply-migrations.mjs'

export const schemaFile = path.join(
  path.dirname(path.dirname(fileURLToPath(import.meta.url))),
  'prisma',
  'schema.prisma',
)
/** The schema as of the last migration: what the next one is compared with. */
export const lastSchemaFile = path.join(migrationsDir, 'last-schema.prisma')

let engineClass
let panic

/** The package is made for bundlers; Node 20 has to be told how to load WebAssembly. */
async function loadEngine() {
  // Where the engine leaves its last words.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panic = message) }
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bindings = await import(pathToFileURL(glue).href)
  const compiled = await WebAssembly.compile(readFileSync(glue.replace(/\.js$/, '.wasm')))
  const { exports } = await WebAssembly.instantiate(compiled, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(exports)
  exports.__wbindgen_start()
  return bindings.SchemaEngine
}

/**
 * SQL that brings a database from one schema text to another; null when they describe the same. `from` null: from nothing.
 * Only the schemas are compared; the engine wants a database (any, at `url`) for its version, and does not touch it.
 */
export async function diffSchemas(url, from, to) {
  const SchemaEngine = await (engineClass ??= loadEngine())
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils')
  const { PrismaPg } = await import('@prisma/adapter-pg')
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }))
  const engine = await SchemaEngine.new({ datamodels: [[schemaFile, to]] }, () => undefined, adapter)
  const datamodel = (content) => ({ tag: 'schemaDatamodel', files: [{ path: schemaFile, content }] })
  try {
    const { exitCode, stdout } = await engine.diff({
      from: from === null ? { tag: 'empty' } : datamodel(from),
      to: datamodel(to),
      script: true,
      exitCode: true,
      shadowDatabaseUrl: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return exitCode === 2 ? stdout : null
  } catch (error) {
    throw panic ? new Error(`The schema engine gave up: ${panic}`, { cause: error }) : error
  } finally {
    engine.free()
  }
}
