/** `count` times one `of`-th, to the credit of somebody; several of one name add up. Whole numbers, `of` at least 1. */
export type Part<Name extends string> = { name: Name; count: number; of: number }

/**
 * What each name gets, in whole hundredths which together are exactly the sum of all parts times 100: each the whole
 * hundredths of its own sum, and what is left over one by one to those with the largest remainders, of equal ones to the
 * first by name. Reckoned in fractions, so the result depends neither on the order of the parts nor on rounding.
 *
 * The method of largest remainders (A. Hamilton, 1792): M. L. Balinski and H. P. Young, "Fair Representation" (1982).
 * Throws RangeError when the parts are not a whole number together.
 */
export function inHundredths<Name extends string>(parts: Part<Name>[]): Map<Name, number> {
  const whole = [...new Set(parts.map(({ of }) => BigInt(of)))].reduce(leastCommonMultiple, 1n)
  const sums = new Map<Name, bigint>()
  for (const { name, count, of } of parts)
    sums.set(name, (sums.get(name) ?? 0n) + (BigInt(count) * 100n * whole) / BigInt(of))
  const total = [...sums.values()].reduce((sum, each) => sum + each, 0n)
  if (total % (100n * whole) !== 0n) throw new RangeError('parts of no whole number')
  const shares = [...sums].map(([name, sum]) => ({ name, hundredths: sum / whole, remainder: sum % whole }))
  const leftOver = Number(total / whole - shares.reduce((sum, { hundredths }) => sum + hundredths, 0n))
  return new Map(
    shares
      .toSorted((one, other) => compare(other.remainder, one.remainder) || compare(one.name, other.name))
      .map(({ name, hundredths }, rank) => [name, Number(hundredths) + (rank < leftOver ? 1 : 0)]),
  )
}

const compare = <Value extends bigint | string>(one: Value, other: Value) => (one < other ? -1 : one > other ? 1 : 0)

const leastCommonMultiple = (one: bigint, other: bigint) => (one / greatestCommonDivisor(one, other)) * other

const greatestCommonDivisor = (one: bigint, other: bigint): bigint =>
  other === 0n ? one : greatestCommonDivisor(other, one % other)
