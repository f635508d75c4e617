import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/db'
import type { ChangedFacts } from '@/lib/imports/changed-facts'

/** What the steps that take an import back work with: the leads of one chunk, which are locked. */
export type RevertContext = {
  tx: Tx
  actor: Actor
  now: Date
  importId: string
  leadIds: string[]
  /** What the import changed of those that were there before and are still there. */
  changes: RememberedChange[]
}

export type RememberedChange = { leadId: string } & ChangedFacts

/** A lead of which something stays, and why: a sentence for people. */
export type Kept = { leadId: string; why: string }
