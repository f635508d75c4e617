import { chooseLeads, type LeadChoice } from '@/lib/facts/choose-leads'
import type { Facts } from '@/lib/facts/facts'

/** Whose facts are read: rows to loop over, found once for all reports of a question. */
export type Chosen = {
  facts: Facts
  /** The slots of the leads that are meant, and of those of them that were created in the period. */
  slots: Uint32Array
  cohort: Uint32Array
  /** The rows of their handoffs, lead by lead, and of those that were offered in the period. */
  handoffs: Uint32Array
  offered: Uint32Array
}

/** Whether a moment is within the period; null where it has no ends. */
type IsWithin = ((at: number) => boolean) | null

export function choose(facts: Facts, choice: LeadChoice, isWithin: IsWithin): Chosen {
  const slots = chooseLeads(facts, choice)
  const handoffs = rowsOf(facts, slots)
  const within = (rows: Uint32Array, moments: Float64Array) =>
    isWithin ? rows.filter((row) => isWithin(moments[row] as number)) : rows
  return {
    facts,
    slots,
    cohort: within(slots, facts.leads.columns.createdAt),
    handoffs,
    offered: within(handoffs, facts.handoffs.table.columns.offeredAt),
  }
}

function rowsOf({ handoffs: { first, many, table } }: Facts, slots: Uint32Array): Uint32Array {
  const rows = new Uint32Array(table.rows)
  let count = 0
  for (const slot of slots) {
    const end = (first[slot] as number) + (many[slot] as number)
    for (let row = first[slot] as number; row < end; row++) rows[count++] = row
  }
  return rows.slice(0, count)
}
