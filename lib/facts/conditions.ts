import type { Words } from '@/lib/facts/columns'
import { type Facts, noSlot } from '@/lib/facts/facts'

/** Whether the lead in a slot fulfils something. */
export type Condition = (slot: number) => boolean

export const says = (words: Words, name: string | null): Condition => {
  const code = words.codeOf(name)
  const { codes } = words
  return (slot) => codes[slot] === code
}

/** `none` is nobody. */
export const isWho = (words: Words, who: string): Condition => says(words, who === 'none' ? null : who)

/** Where there is no value, neither of the two holds. */
export const isFrom = (values: Float64Array | Int32Array, least: number): Condition => {
  return (slot) => (values[slot] as number) >= least
}

export const isUpTo = (values: Float64Array | Int32Array, most: number): Condition => {
  return (slot) => (values[slot] as number) <= most
}

/** An amount as its column has it. */
export const hundredths = (amount: number): number => Math.round(amount * 100)

/** Half-open, in ms since 1970. */
export type Days = { start: number; end: number }
export const everyDay: Days = { start: -Infinity, end: Infinity }

/** Whether a touch is meant, by its row and the slot of its lead; null for every one. */
export type IsMeant = ((row: number, slot: number) => boolean) | null

/**
 * Whether a lead has a touch of that word, within the days and of those that are meant. Passes over all touches in the
 * order of their rows: ten million of them take some hundredths of a second.
 */
export function hasTouch(
  { touches }: Facts,
  words: Words,
  name: string,
  { start, end }: Days = everyDay,
  isMeant: IsMeant = null,
): Condition {
  const { many, slotOf, table } = touches
  const { rows, columns } = table
  const { occurredAt } = columns
  const code = words.codeOf(name)
  const { codes } = words
  const has = new Uint8Array(many.length)
  const hasDays = start > -Infinity || end < Infinity
  for (let row = 0; row < rows; row++) {
    if (codes[row] !== code) continue
    const slot = slotOf[row] as number
    if (slot === noSlot) continue
    if (hasDays && !((occurredAt[row] as number) >= start && (occurredAt[row] as number) < end)) continue
    if (isMeant === null || isMeant(row, slot)) has[slot] = 1
  }
  return (slot) => has[slot] === 1
}

/** The slots of the leads that fulfil all; each condition looks only at those that the ones before have left. */
export function matching({ isThere, slots }: Facts, conditions: Condition[]): Uint32Array {
  const left = new Uint32Array(slots)
  let count = 0
  for (let slot = 0; slot < slots; slot++) if (isThere[slot]) left[count++] = slot
  for (const condition of conditions) {
    let kept = 0
    for (let index = 0; index < count; index++) {
      const slot = left[index] as number
      if (condition(slot)) left[kept++] = slot
    }
    count = kept
  }
  return left.subarray(0, count)
}
