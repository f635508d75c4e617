import { personKey, phoneKey, writtenName } from '@/lib/duplicates/keys'

/**
 * Why two leads may be one person: the same address under two external ids, the same telephone, the same or nearly the
 * same name at the same company. Each is a suspicion and no more: colleagues share telephones, and names repeat.
 */
export const evidences = {
  same_email: { words: 'Same email, two external ids', strength: 90 },
  same_name: { words: 'Same name at the same company', strength: 80 },
  similar_name: { words: 'Name one letter apart, same company', strength: 60 },
  same_phone: { words: 'Same phone', strength: 50 },
} as const

export type Evidence = keyof typeof evidences

/** What of a lead is compared. */
export type Comparable = {
  firstName: string | null
  lastName: string | null
  email: string | null
  phone: string | null
  /** The company's name, lower case with single spaces. */
  companyKey: string | null
}

/** Shorter names are one letter apart by chance. */
const shortestSimilar = 7

/** The evidence that two leads are one, the strongest first; none: nothing speaks for it. */
export function evidenceOf(one: Comparable, other: Comparable): Evidence[] {
  const isSameCompany = one.companyKey !== null && one.companyKey === other.companyKey
  const names = [personKey(one.firstName, one.lastName), personKey(other.firstName, other.lastName)] as const
  const written = [writtenName(one.firstName, one.lastName), writtenName(other.firstName, other.lastName)] as const
  const areFull = names.every((name) => name.includes(' '))
  const phone = phoneKey(one.phone)
  const holds: Record<Evidence, boolean> = {
    same_email: one.email !== null && one.email === other.email,
    same_name: isSameCompany && areFull && names[0] === names[1],
    similar_name: isSameCompany && areFull && names[0] !== names[1] && areOneLetterApart(...written),
    same_phone: phone !== null && phone === phoneKey(other.phone),
  }
  return (Object.keys(evidences) as Evidence[]).filter((evidence) => holds[evidence])
}

/** How sure the evidence is, 0 to 100: each further piece takes half of the doubt that is left. */
export function strengthOf(found: Evidence[]): number {
  const [surest, ...more] = found.map((evidence) => evidences[evidence].strength)
  return more.reduce((strength) => Math.round(100 - (100 - strength) / 2), surest ?? 0)
}

/** Whether one letter more, less, other or swapped with its neighbour makes one name the other. */
function areOneLetterApart(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < shortestSimilar) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  let end = 0
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

/** Evidence as a sentence tells it: "same phone, name one letter apart at the same company". */
export const evidenceInWords = (found: Evidence[]): string =>
  found.map((evidence) => evidences[evidence].words.replace(/^./, (letter) => letter.toLowerCase())).join(', ')
