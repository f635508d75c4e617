import 'server-only'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pool } from '@/lib/db'

const patienceMs = 3000

/** Why Baton can't serve anybody now, in a sentence; null when it can. */
export async function whyNotReady(): Promise<string | null> {
  const migrations = await appliedMigrations()
  if (!migrations) return 'The database does not answer.'
  const missing = (await knownMigrations()).filter((name) => !migrations.has(name))
  return missing.length > 0 ? `The database lacks the migration ${missing[0]}.` : null
}

async function knownMigrations(): Promise<string[]> {
  const folder = path.join(process.cwd(), 'prisma', 'migrations')
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}

/** Null when the database does not answer, or not in time. */
async function appliedMigrations(): Promise<Set<string> | null> {
  const asked = pool.query<{ name: string }>({
    text: 'select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  })
  const answer = await Promise.race([
    asked.catch(() => null),
    new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null).unref()),
  ])
  return answer && new Set(answer.rows.map(({ name }) => name))
}
