/**
 * The chance that a chi-square number with so many degrees of freedom is at least `value`: how often chance alone would do
 * what was seen. `freedom` is a whole number from 1, `value` at least 0.
 *
 * It is the incomplete gamma function Q(freedom/2, value/2): M. Abramowitz and I. A. Stegun, "Handbook of Mathematical
 * Functions" (1964), 26.4.19; by the series 6.5.29 for small values and the continued fraction 6.5.31 for large ones, as in
 * W. H. Press and others, "Numerical Recipes" (2007), section 6.2. Right to about 14 digits.
 */
export function chiSquareTail(value: number, freedom: number): number {
  if (!(Number.isInteger(freedom) && freedom > 0 && value >= 0))
    throw new RangeError(`no chi-square: ${value}, ${freedom}`)
  const [a, x] = [freedom / 2, value / 2]
  if (x === 0) return 1
  const scale = Math.exp(a * Math.log(x) - x - logGamma(freedom))
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x)
}

const precision = 1e-16

/** 1/a + x/(a(a+1)) + x²/(a(a+1)(a+2)) + … */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = a + 1; term > sum * precision; n++) {
    term *= x / n
    sum += term
  }
  return sum
}

/** 1/(x+1-a - 1(1-a)/(x+3-a - 2(2-a)/(x+5-a - …))), from the front by Lentz's method. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = Infinity
  let d = 1 / b
  let value = d
  for (let n = 1; n < 10_000; n++) {
    const numerator = -n * (n - a)
    b += 2
    d = 1 / (numerator * d + b)
    c = b + numerator / c
    value *= c * d
    if (Math.abs(c * d - 1) < precision * 10) break
  }
  return value
}

/** The logarithm of Γ(halves/2), step by step from Γ(1) = 1 or Γ(1/2) = √π. */
function logGamma(halves: number): number {
  let sum = halves % 2 === 0 ? 0 : Math.log(Math.PI) / 2
  for (let step = halves - 2; step > 0; step -= 2) sum += Math.log(step / 2)
  return sum
}
