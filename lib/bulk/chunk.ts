import type { Actor } from '@/lib/access/actor'
import type { BulkFacts, FactsOf } from '@/lib/bulk/input'
import type { Tx } from '@/lib/db'
import type { LockedLead } from '@/lib/leads/lock-leads'
import type { BulkFate } from '@/prisma/generated/enums'

export type ChunkContext = {
  tx: Tx
  actor: Actor
  now: Date
  bulkActionId: string
  /** When the action was asked for: what it says of "now" means this moment. */
  askedAt: Date
  /** The leads of the chunk as they were when they were locked. */
  locked: LockedLead[]
}

/** A lead that the action left as it was, and why, in a sentence. */
export type Exception = { leadId: string; fate: BulkFate; why: string }

/** A step: does to some leads, which are locked and not deleted, what the facts say. Returns the exceptions. */
export type ChunkStep<Kind extends BulkFacts['kind']> = (
  context: ChunkContext,
  facts: FactsOf<Kind>,
  leadIds: string[],
) => Promise<Exception[]>

/** Exceptions of one sort. */
export const exceptions = (fate: BulkFate, why: string, leadIds: Iterable<string>): Exception[] =>
  [...leadIds].map((leadId) => ({ leadId, fate, why }))

/** The ids that are not among some others. */
export const without = (leadIds: string[], others: Iterable<string>): string[] => {
  const taken = new Set(others)
  return leadIds.filter((leadId) => !taken.has(leadId))
}
