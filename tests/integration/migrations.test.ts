import { readFileSync } from 'node:fs'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Prisma, PrismaClient } from '@/prisma/generated/client'
import { applyMigrations, migrationNames } from '../../scripts/apply-migrations.mjs'
import { diffSchemas, lastSchemaFile, schemaFile } from '../../scripts/schema-engine.mjs'

const url = process.env.DATABASE_URL ?? ''
const client = new pg.Client({ connectionString: url })
beforeAll(() => client.connect())
afterAll(() => client.end())

const texts = [lastSchemaFile, schemaFile].map((file) => readFileSync(file, 'utf8')) as [string, string]

test('every change of the schema has its migration', async () => {
  expect(await diffSchemas(url, ...texts)).toBeNull()
})

test('a changed schema gives the SQL that leads there', async () => {
  const changed = texts[1].replace(/(?= companyName +String)/, ' motto String?\n ')
  expect(await diffSchemas(url, texts[1], changed)).toContain('ALTER TABLE "settings" ADD COLUMN     "motto" TEXT')
})

test('every model can be read', async () => {
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) })
  const count: Record<string, number> = {}
  for (const model of Object.values(Prisma.ModelName)) {
    const delegate = db[`${model.charAt(0).toLowerCase()}${model.slice(1)}` as 'settings']
    count[model] = (await delegate.findMany()).length
  }
  await db.$disconnect()
  expect(count).toMatchObject({ Settings: 1, ScoringPolicy: 1, Lead: 0 })
})

test('two starters migrate at once: each migration is applied once', async () => {
  await client.query('create database empty_one')
  const empty = new URL(url)
  empty.pathname = '/empty_one'
  const applied = await Promise.all([applyMigrations(empty.href), applyMigrations(empty.href)])
  expect(applied.flat()).toEqual(migrationNames())
  expect(await applyMigrations(empty.href)).toEqual([])
})

test('a database newer than the code is refused', async () => {
  await client.query(`insert into _prisma_migrations (id, checksum, migration_name, finished_at)
    values ('later', 'x', '20990101000000_later', now())`)
  await expect(applyMigrations(url)).rejects.toThrow(/newer than this Baton/)
  await client.query(`delete from _prisma_migrations where id = 'later'`)
})

test('ids sort by the time they were made', async () => {
  const { rows } = await client.query<{ first: string; later: string }>(
    `select uuid7() as first, pg_sleep(0.002), uuid7() as later`,
  )
  expect(rows[0]?.first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect((rows[0]?.first ?? '') < (rows[0]?.later ?? '')).toBe(true)
})
