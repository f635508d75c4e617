import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** A copy of a database that nobody is connected to, on the same server; returns its address. */
export async function copyDatabase(template: string): Promise<string> {
  const own = new URL(template)
  own.pathname = `/e2e_${randomUUID().replaceAll('-', '')}`
  const maintenance = new URL(template)
  maintenance.pathname = '/postgres'
  const client = new pg.Client({ connectionString: maintenance.href })
  await client.connect()
  await client.query(
    `create database ${own.pathname.slice(1)} template ${pg.escapeIdentifier(new URL(template).pathname.slice(1))}`,
  )
  await client.end()
  return own.href
}
