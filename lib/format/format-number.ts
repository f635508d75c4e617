/** Numbers as people read them: "8,000", "4.5%", "€86,000". */
const counts = new Intl.NumberFormat('en-GB')

/** A whole number with separators. */
export function formatCount(count: number): string {
  return counts.format(count)
}

/** A count with its noun: "1 touch", "8,000 touches". The plural is the noun with an s unless it is given. */
export function formatCountOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

/** A share from 0 to 1 as percent, one decimal below 10%; "–" when there is nothing to divide by. */
export function formatPercent(share: number | null): string {
  if (share === null || !Number.isFinite(share)) return '–'
  const digits = share !== 0 && Math.abs(share) < 0.0995 ? 1 : 0
  return `${(share * 100).toFixed(digits).replace(/\.0$/, '')}%`
}

/** A number with one decimal: "1.3"; "–" for none. */
export function formatDecimal(number: number | null): string {
  return number === null ? '–' : number.toFixed(1)
}

/** Days with one decimal where they are few: "2.5", "12". */
export const formatShortDays = (days: number): string =>
  Math.abs(days) < 10 ? days.toFixed(1).replace(/\.0$/, '') : String(Math.round(days))

const hundredths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** Whole hundredths as a number with both of its decimals, so that a column of them adds up as it is shown: "1,204.30". */
export function formatHundredths(count: number): string {
  return hundredths.format(count / 100)
}

/** Money in whole units when it has no cents; `currency` is an ISO 4217 code, an unknown one is written out. */
export function formatMoney(amount: number, currency: string): string {
  return inCurrency(amount, currency, { minimumFractionDigits: Number.isInteger(amount) ? 0 : undefined })
}

/** Money where there is little room: whole units below ten million, "€987.7M" from there. */
export function formatShortMoney(amount: number, currency: string): string {
  return amount < 10_000_000
    ? inCurrency(amount, currency, { maximumFractionDigits: 0 })
    : inCurrency(amount, currency, { notation: 'compact', maximumFractionDigits: 1 })
}

function inCurrency(amount: number, currency: string, options: Intl.NumberFormatOptions): string {
  try {
    return new Intl.NumberFormat('en-GB', {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      ...options,
    }).format(amount)
  } catch {
    return `${formatCount(amount)} ${currency}`
  }
}
