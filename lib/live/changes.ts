import 'server-only'
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { log } from '@/lib/log'

const channel = 'baton_changes'
/** At most one message in so many ms, however many changes there are. */
const tellEvery = 250
/** How often the connection is asked whether it is still there, and how long it may take to say so, in ms. */
const askEvery = 10_000
const answersWithin = 5_000
/** Before a lost connection is opened again, in ms: at once, then ever later. */
const pauses = [0, 500, 2_000, 5_000]

export type Changes = {
  /**
   * Names the state that handoffs and tasks are in, as far as this process has heard. It is another one after each change, after a
   * time in which changes may have gone unheard, and in another process.
   */
  mark: () => string
  /** Calls back after each change, bundled; returns how to stop that. */
  onChange: (tell: () => void) => () => void
  close: () => Promise<void>
}

/**
 * Hears from the database that handoffs or tasks change or people are told of something, whichever process does it, over a
 * connection of its own. One that breaks is opened again, and counts as a change, since nobody knows what it would have told.
 */
export function hearChanges(connectionString: string): Changes {
  const hearer = randomUUID()
  const listeners = new Set<() => void>()
  let count = 0
  let client: Client | undefined
  let isClosed = false
  let failures = 0
  let toldAt = 0
  let telling: NodeJS.Timeout | undefined
  let next: NodeJS.Timeout | undefined

  const tell = () => {
    telling = undefined
    toldAt = Date.now()
    for (const listener of listeners) listener()
  }
  const changed = () => {
    count++
    telling ??= setTimeout(tell, Math.max(0, toldAt + tellEvery - Date.now()))
  }

  async function listen() {
    const connection = new Client({
      connectionString,
      application_name: 'baton changes',
      connectionTimeoutMillis: answersWithin,
      query_timeout: answersWithin,
    })
    client = connection
    const lost = (error?: unknown) => {
      if (client !== connection) return
      client = undefined
      clearTimeout(next)
      connection.end().catch(() => undefined)
      if (isClosed) return
      log.warn({ err: error }, 'Changes are not heard just now; the connection is opened again')
      next = setTimeout(() => void listen(), pauses[Math.min(failures++, pauses.length - 1)])
    }
    const ask = () => {
      next = setTimeout(() => connection.query('select 1').then(ask, lost), askEvery)
      next.unref()
    }
    connection.on('notification', changed)
    connection.on('error', lost)
    connection.on('end', lost)
    try {
      await connection.connect()
      await connection.query(`listen ${channel}`)
      if (client !== connection) return
      failures = 0
      changed()
      ask()
    } catch (error) {
      lost(error)
    }
  }
  void listen()

  return {
    mark: () => `${hearer}.${count}`,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      isClosed = true
      clearTimeout(telling)
      clearTimeout(next)
      await client?.end()
    },
  }
}
