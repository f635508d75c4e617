import type { Words } from '@/lib/facts/columns'
import type { Facts } from '@/lib/facts/facts'
import { type Figure, figures, type Figures, noFigures } from '@/lib/campaigns/figure'

/** Each figure as a bit, so that what a lead brings into is one number. */
const bits = Object.fromEntries(figures.map((figure, nth) => [figure, 1 << nth])) as Record<Figure, number>

/** How many combinations of figures there are. */
const kinds = 1 << figures.length

/**
 * What the touches within some days did, by the word that `words` has for each (its campaign, its channel): a lead is in a
 * figure once, however many of its touches bring it there. The same as `bringsInto` of lib/campaigns/figures-sql.ts, which
 * lists the leads. Words without a touch are left out.
 */
export function countFigures(facts: Facts, words: Words, isThen: (at: number) => boolean): Map<string, Figures> {
  const { leads, touches, isThere } = facts
  const { firstWarmedAt, firstAcceptedAt, firstHotAt, outcome } = leads.columns
  const { occurredAt, engaged } = touches.table.columns
  const { first, many } = touches
  const { codes, names } = words
  const won = outcome.codeOf('WON')
  const touchesOf = new Int32Array(names.length)
  /** By code and by what a lead is in: so many leads are in just that. */
  const leadsIn = new Int32Array(names.length * kinds)
  /** By code: what the lead is in, and which codes it has at all. */
  const isIn = new Uint8Array(names.length)
  const own = new Int32Array(names.length)
  for (let slot = 0; slot < facts.slots; slot++) {
    if (!isThere[slot]) continue
    const always = bits.reach | (outcome.codes[slot] === won ? bits.won : 0)
    const [warmed, accepted, hot] = [firstWarmedAt[slot], firstAcceptedAt[slot] as number, firstHotAt[slot]]
    let codesOfLead = 0
    const end = (first[slot] as number) + (many[slot] as number)
    for (let row = first[slot] as number; row < end; row++) {
      const code = codes[row] as number
      const at = occurredAt[row] as number
      if (code < 0 || !isThen(at)) continue
      if (isIn[code] === 0) own[codesOfLead++] = code
      ;(isIn[code] as number) |=
        always |
        (engaged[row] ? bits.engaged : 0) |
        (at === warmed ? bits.warmed : 0) |
        (at < accepted ? bits.accepted : 0) |
        (at === hot ? bits.hot : 0)
      ;(touchesOf[code] as number)++
    }
    for (let nth = 0; nth < codesOfLead; nth++) {
      const code = own[nth] as number
      ;(leadsIn[code * kinds + (isIn[code] as number)] as number)++
      isIn[code] = 0
    }
  }
  const figuresOf = (code: number): Figures => {
    const counts = { ...noFigures, touches: touchesOf[code] as number }
    for (let kind = 0; kind < kinds; kind++)
      for (const figure of figures) if (kind & bits[figure]) counts[figure] += leadsIn[code * kinds + kind] as number
    return counts
  }
  return new Map(names.flatMap((name, code) => (touchesOf[code] ? [[name, figuresOf(code)]] : [])))
}
