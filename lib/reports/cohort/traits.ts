import type { Facts } from '@/lib/facts/facts'
import type { FunnelTraits } from '@/lib/reports/cohort/funnel-books'

/** How many bits the traits of a lead take. */
export const traitBits = 6

/** What the funnel asks of the lead in a slot as one number: each trait is a bit. */
export function traitsIn({ leads }: Facts): (slot: number) => number {
  const { firstWarmedAt, firstAcceptedAt, firstHotAt, outcome, isRecycled } = leads.columns
  const [won, lost] = [outcome.codeOf('WON'), outcome.codeOf('LOST')]
  const outcomes = outcome.codes
  const is = (moment: number) => (moment > 0 || moment <= 0 ? 1 : 0)
  return (slot) =>
    is(firstWarmedAt[slot] as number) |
    (is(firstAcceptedAt[slot] as number) << 1) |
    (is(firstHotAt[slot] as number) << 2) |
    (outcomes[slot] === won ? 1 << 3 : 0) |
    (outcomes[slot] === lost ? 1 << 4 : 0) |
    ((isRecycled[slot] as number) << 5)
}

/** The same in words. Higher bits are passed over. */
export const traitsFrom = (traits: number): FunnelTraits => ({
  isWarmed: (traits & 1) > 0,
  isAccepted: (traits & 2) > 0,
  isHeated: (traits & 4) > 0,
  isWon: (traits & 8) > 0,
  isLost: (traits & 16) > 0,
  isRecycled: (traits & 32) > 0,
})
