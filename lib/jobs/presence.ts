import 'server-only'
import { Client } from 'pg'
import { log } from '@/lib/log'

/**
 * A worker is alive as long as its connection is: it holds an advisory lock for its id there, which Postgres lets go
 * when the process ends, however it ends. So the others notice a killed worker at once, and its jobs wait for nobody.
 */
const workerLocks = 7303
const leaderLock = 7304

export type Presence = {
  /** Gives the jobs of dead workers back to the queue. Returns how many workers were dead. */
  freeDeadWorkers: () => Promise<number>
  /** Whether this process is the one that looks after what only one needs to; it stays so until it ends. */
  isLeader: () => Promise<boolean>
  close: () => Promise<void>
}

/** Shows this process to the others as the living worker `workerId`. A lost connection is opened again on the next call. */
export function bePresent(connectionString: string, workerId: () => string | undefined): Presence {
  let connection: Promise<Client> | undefined
  let held: string | undefined
  let leads = false

  async function connect() {
    const client = new Client({
      connectionString,
      application_name: 'baton worker',
      options: '-c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3',
    })
    client.on('error', (error) => {
      log.warn({ err: error }, 'The worker lost its connection')
      connection = undefined
    })
    await client.connect()
    held = undefined
    leads = false
    return client
  }

  async function present() {
    connection ??= connect()
    const client = await connection.catch((error: unknown) => {
      connection = undefined
      throw error
    })
    const id = workerId()
    if (id && held !== id) {
      await client.query('select pg_advisory_lock($1, hashtext($2))', [workerLocks, id])
      held = id
    }
    return client
  }

  return {
    async freeDeadWorkers() {
      const client = await present()
      const { rows } = await client.query<{ dead: string[] }>(
        `select coalesce(array_agg(locked_by), '{}') as dead
         from (select distinct locked_by from graphile_worker.jobs where locked_by is not null) as busy
         where pg_try_advisory_xact_lock($1, hashtext(locked_by)) and locked_by is distinct from $2`,
        [workerLocks, workerId() ?? null],
      )
      const dead = rows[0]?.dead ?? []
      if (dead.length > 0) await client.query('select graphile_worker.force_unlock_workers($1)', [dead])
      return dead.length
    },
    async isLeader() {
      const client = await present()
      if (leads) return true
      const { rows } = await client.query<{ leads: boolean }>('select pg_try_advisory_lock($1) as leads', [leaderLock])
      leads = rows[0]?.leads ?? false
      return leads
    },
    async close() {
      const client = await connection?.catch(() => undefined)
      connection = undefined
      await client?.end()
    },
  }
}
