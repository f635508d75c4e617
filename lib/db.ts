import 'server-only'
import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { log } from '@/lib/log'
import { type Prisma, PrismaClient } from '@/prisma/generated/client'

/** The client inside a transaction: what steps take. */
export type Tx = Prisma.TransactionClient

const globals = globalThis as typeof globalThis & { batonDb?: PrismaClient; batonPool?: Pool }

/**
 * Named statements are planned once a connection: a third less work for a process that says the same few things
 * thousands of times. Not for the web server, whose lists have endlessly many statements.
 */
const nameOfStatement = ({ sql }: { sql: string }) => createHash('md5').update(sql).digest('hex')

/** From which word similarity on words are taken for each other: "Bergstorm" has 0.43 of "Bergstrom". */
const similarFrom = 0.42

/** How long, in ms, a read waits for a connection when everybody asks at once. Prisma would give up after two seconds. */
const patience = 20_000

function connect() {
  const pool = new Pool({
    connectionString: process.env.DATABASE_URL,
    max: Number(process.env.DATABASE_POOL ?? 12),
    // Compiling a statement that takes a tenth of a second takes longer than it saves.
    options: `-c TimeZone=UTC -c jit=off -c pg_trgm.word_similarity_threshold=${similarFrom}`,
  })
  // A connection that breaks is replaced; without a listener it would take the process along.
  const broken = (error: Error) => log.warn({ err: error }, 'A database connection broke')
  pool.on('error', broken)
  pool.on('connect', (client) => client.on('error', broken))
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    ...(process.env.DATABASE_PREPARE === '1' ? { statementNameGenerator: nameOfStatement } : {}),
  })
  return { pool, db: new PrismaClient({ adapter, transactionOptions: { maxWait: patience } }) }
}

function connected() {
  if (!globals.batonDb || !globals.batonPool) {
    const { pool, db } = connect()
    globals.batonPool = pool
    globals.batonDb = db
  }
  return { db: globals.batonDb, pool: globals.batonPool }
}

/** Prisma on the one pool of this process; development reloads keep it. */
export const db = connected().db

/** The pool itself, for streams (COPY, cursors) and LISTEN. */
export const pool = connected().pool
