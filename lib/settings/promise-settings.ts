import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db, type Tx } from '@/lib/db'
import { savedPromises } from '@/lib/settings/promise-rules'

/** What the teams promise each other, when the company works, and its holidays with their names. */
export async function promiseSettings(actor: Actor, tx: Tx = db) {
  authorise(actor, 'settings.edit')
  const { timeZone: _, ...settings } = await savedPromises(tx)
  return settings
}

export type PromiseSettings = Awaited<ReturnType<typeof promiseSettings>>
