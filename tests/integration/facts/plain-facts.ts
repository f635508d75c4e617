import { type Blocks, type Facts, handoffColumns, leadColumns, touchColumns } from '@/lib/facts/facts'
import { type Spec, type Table, Words } from '@/lib/facts/columns'

/** Facts as they would be written down: what each lead that is there has, by its id. */
export function plainFacts(facts: Facts): Record<string, object> {
  const ids = facts.ids()
  const leads = Array.from({ length: facts.slots }, (_, slot) => {
    const id = ids.toString('hex', slot * 16, slot * 16 + 16)
    const handoffs = rowsOf(facts.handoffs, handoffColumns, slot)
    const touches = rowsOf(facts.touches, touchColumns, slot)
    return [id, { ...plainRow(facts.leads, leadColumns, slot), handoffs, touches }] as const
  })
  return Object.fromEntries(leads.filter((_, slot) => facts.isThere[slot]))
}

const rowsOf = <Of extends Spec>({ table, first, many }: Blocks<Of>, spec: Of, slot: number) =>
  Array.from({ length: many[slot] ?? 0 }, (_, nth) => plainRow(table, spec, (first[slot] ?? 0) + nth))

const plainRow = <Of extends Spec>({ columns }: Table<Of>, spec: Of, row: number) =>
  Object.fromEntries(
    Object.keys(spec).map((name) => {
      const column = columns[name]
      return [name, column instanceof Words ? column.nameOf(row) : (column as Float64Array)[row]]
    }),
  )
