import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { type Condition, matching } from '@/lib/facts/conditions'
import { heldFacts } from '@/lib/facts/present-facts'
import type { Facts } from '@/lib/facts/facts'
import type { KeysetRow } from '@/lib/keyset'
import { conditionsOf } from '@/lib/leads/in-facts/conditions'
import { firstOf } from '@/lib/leads/in-facts/first-of'
import { countedUpTo } from '@/lib/leads/gather-leads'
import type { LeadList } from '@/lib/leads/lead-list'
import { movingPeriodEdge } from '@/lib/period'

/** Facts that have to take over more than that, as after an import, are not waited for. */
const mostWaitMs = 100

/**
 * The number of leads that match, as far as they are counted, and `most` rows of their page, found in the facts that are
 * in memory: there it takes as long for many filters as for one.
 *
 * Returns null for what is for the database: lists without a filter, which an index has, those of reps, of whom it knows
 * what they may see, and what facts don't know.
 */
export async function findInFacts(
  list: LeadList,
  most: number,
  { waitMs = mostWaitMs } = {},
): Promise<{ all: number; found: KeysetRow[] } | null> {
  const { actor, filters, timeZone, sort } = list
  const hasFilter = Object.values(filters).some((value) => value !== undefined)
  if (!hasFilter || actor.role === 'rep') return null
  const facts = await Promise.race([heldFacts(), setTimeout(waitMs, null, { ref: false })])
  if (!facts) return null
  const now = new Date()
  const momentOf = (edge: string) => movingPeriodEdge(edge, timeZone, now)?.getTime() ?? null
  const conditions = conditionsOf({ facts, actorId: actor.id, momentOf }, filters)
  if (!conditions) return null
  if (most === 0) return { all: countMatching(facts, conditions), found: [] }
  const slots = matching(facts, conditions)
  const found = firstOf(facts, slots, sort, list.keyset, most)
  return found && { all: slots.length, found }
}

/** How many leads fulfil all, as far as they are counted. */
function countMatching({ isThere, slots }: Facts, conditions: Condition[]): number {
  let count = 0
  for (let slot = 0; slot < slots && count <= countedUpTo; slot++)
    if (isThere[slot] && conditions.every((condition) => condition(slot))) count++
  return count
}
