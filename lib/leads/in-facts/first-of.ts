import type { Facts } from '@/lib/facts/facts'
import type { KeysetRow } from '@/lib/keyset'
import type { LeadSort } from '@/lib/leads/filters'

type Moment = 'createdAt' | 'lastTouchAt' | 'warmedAt' | 'hotAt' | 'closedAt'
const moments: readonly string[] = ['createdAt', 'lastTouchAt', 'warmedAt', 'hotAt', 'closedAt'] satisfies Moment[]

/** What a sort compares, and as what its values are written. */
type SortedBy = { values: Float64Array | Int32Array; written: (value: number) => KeysetRow['value'] }

/** By what leads are sorted, of those sorts that facts know; null for another one. */
function sortedBy({ leads: { columns } }: Facts, sort: string): SortedBy | null {
  const name = sort.replace('-', '') as LeadSort
  if (moments.includes(name)) return { values: columns[name as Moment], written: (at) => new Date(at) }
  if (name === 'touchCount') return { values: columns.touchCount, written: (touches) => touches }
  return name === 'value' ? { values: columns.value, written: (value) => String(value / 100) } : null
}

/** From where on a list is read, and which way: what lib/keyset.ts says of it. */
type Way = { cursor: { value: string | number | null; id: string } | null; goesDown: boolean }

/** Where a lead stands in the order; leads without a value come before all that have one. */
type Place = { key: number; slot: number }

/**
 * The first of these leads in the order of the sort, beyond the cursor. Leads without the value come last downwards and
 * first upwards, equal ones by id.
 *
 * Returns null where facts don't know the sort, or the lead of the cursor.
 */
export function firstOf(
  facts: Facts,
  slots: Uint32Array,
  sort: string,
  { cursor, goesDown }: Way,
  most: number,
): KeysetRow[] | null {
  const sorted = sortedBy(facts, sort)
  if (!sorted) return null
  const { values, written } = sorted
  const after = cursor && { key: keyIn(cursor.value, sort), slot: slotOf(facts, cursor.id) }
  if (after?.slot === -1) return null
  const keyOf = (value: number) => (Number.isNaN(value) ? -Infinity : value)
  /** Below zero where the first comes earlier in the list. */
  const compare = (one: Place, other: Place) =>
    (goesDown ? -1 : 1) *
    (one.key === other.key ? facts.compareIds(one.slot, other.slot) : one.key < other.key ? -1 : 1)
  const found: Place[] = []
  /** Once the page is full, most leads come after its last one, and are told so by their value alone. */
  let last: Place | undefined
  // Later leads were mostly created later: downwards the first ones are met at the end.
  for (let nth = 0; nth < slots.length; nth++) {
    const slot = slots[goesDown ? slots.length - 1 - nth : nth] as number
    const key = keyOf(values[slot] as number)
    if (last && (goesDown ? key < last.key : key > last.key)) continue
    const place = { key, slot }
    if (last && compare(place, last) > 0) continue
    if (after && compare(place, after) <= 0) continue
    const next = found.findLastIndex((other) => compare(other, place) < 0) + 1
    found.splice(next, 0, place)
    if (found.length > most) found.pop()
    if (found.length === most) last = found.at(-1)
  }
  return found.map(({ key, slot }) => ({ id: facts.idOf(slot), value: key === -Infinity ? null : written(key) }))
}

const slotOf = (facts: Facts, id: string) => facts.slotOf(Buffer.from(id.replaceAll('-', ''), 'hex'), 0)

/** The value of a cursor as its column has it. */
function keyIn(value: string | number | null, sort: string): number {
  if (value === null) return -Infinity
  const name = sort.replace('-', '')
  if (moments.includes(name)) return Date.parse(String(value))
  return name === 'value' ? Math.round(Number(value) * 100) : Number(value)
}
