import 'server-only'
import type { PoolClient } from 'pg'
import type { Facts } from '@/lib/facts/facts'
import { inOneMoment, loadFacts } from '@/lib/facts/load-facts'

/** The facts as they were committed at a moment: which transactions had ended by then, as Postgres says it. */
type Held = { facts: Facts; snapshot: string; readAt: number }

/** Changes are thrown away after a day; who has slept as long as this reads everything anew. */
const longestSleepMs = 12 * 60 * 60 * 1000

/** When more leads than these have changed, it takes no longer to read all. */
const mostChanges = 100_000

type Globals = { held?: Held; running?: Promise<Facts>; next?: Promise<Facts> }
const globals = globalThis as typeof globalThis & { batonFacts?: Globals }
const state: Globals = (globals.batonFacts ??= {})

/**
 * The facts of the present: everything that was committed when this was called. The first reader of a process waits until
 * all is read, which takes a company of a million leads half a minute; later ones for what has changed since.
 */
export function presentFacts(): Promise<Facts> {
  if (state.running) return (state.next ??= afterwards(state.running))
  const running = catchUp().finally(() => {
    delete state.running
  })
  state.running = running
  return running
}

/** The same where they have been read before: null while the first reader waits, for whom can ask the database instead. */
export const heldFacts = (): Promise<Facts> | null => (state.held ? presentFacts() : null)

/** A reading that has begun may have missed the last change: whoever asks meanwhile waits for the one after it. */
async function afterwards(running: Promise<unknown>): Promise<Facts> {
  await running.catch(() => {})
  delete state.next
  return presentFacts()
}

async function catchUp(): Promise<Facts> {
  const { held } = state
  const now = Date.now()
  const found = await inOneMoment(async (client) => {
    const snapshot = await snapshotOf(client)
    const isAwake = held && now - held.readAt < longestSleepMs
    const leadIds = isAwake ? await changedSince(client, held.snapshot) : null
    if (!isAwake || !leadIds || leadIds.length > mostChanges)
      return { facts: await loadFacts(client, present(now)), snapshot }
    if (leadIds.length > 0) {
      const changed = await loadFacts(client, present(now), leadIds)
      held.facts.replace(Buffer.from(leadIds.join('').replaceAll('-', ''), 'hex'), changed)
    }
    return { facts: held.facts.isWorn ? held.facts.renewed() : held.facts, snapshot }
  })
  state.held = { ...found, readAt: now }
  return found.facts
}

const present = (now: number) => ({ replayId: null, at: new Date(now) })

async function snapshotOf(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ snapshot: string }>('select pg_current_snapshot()::text as snapshot')
  if (!rows[0]) throw new Error('a moment without a snapshot')
  return rows[0].snapshot
}

/** The leads of which something was committed after the snapshot. */
async function changedSince(client: PoolClient, snapshot: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select distinct lead_id as id from lead_change
     where xid >= pg_snapshot_xmin($1::pg_snapshot)::text::bigint
       and not pg_visible_in_snapshot(xid::text::xid8, $1::pg_snapshot)`,
    [snapshot],
  )
  return rows.map(({ id }) => id)
}
