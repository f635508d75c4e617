import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

// Runs before the test file is imported: each file has a database of its own, so files can't disturb each other.
const template = new URL(inject('templateUrl'))
const name = `test_${randomUUID().replaceAll('-', '')}`

const own = new URL(template)
own.pathname = `/${name}`
const maintenance = new URL(template)
maintenance.pathname = '/postgres'

const client = new pg.Client({ connectionString: maintenance.href })
await client.connect()
await client.query(`create database ${name} template ${pg.escapeIdentifier(template.pathname.slice(1))}`)
await client.end()

process.env.DATABASE_URL = own.href
