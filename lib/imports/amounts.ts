/** What stands before the cents. */
export type Decimal = '.' | ','

type Parts = { sign: string; bracket: string; digits: string }

/** The digits of an amount with their marks, or undefined where a text is none. */
function partsOf(text: string): Parts | undefined {
  const bare = text.replace(/[\s\u00a0'’_]/g, '').replace(/^([+-]?)(?:\p{Sc}|[A-Z]{3})/u, '$1')
  const [, sign, bracket = '', digits = ''] =
    /^([+-]?)(\(?)([\d.,]*\d[\d.,]*)\)?(?:\p{Sc}|[a-z]{2,3}\.?|,-|:-)?$/iu.exec(bare) ?? []
  return sign === undefined ? undefined : { sign, bracket, digits }
}

/** 1.234 and 1,234: a thousand and more, or one and a bit. */
const eitherWay = /^\d{1,3}([.,])\d{3}$/

/**
 * What an amount shows to stand before its cents: 12,50 and 1.234,50 a comma. `open` where it could be either, undefined
 * where it has no mark or is no amount.
 */
export function shownDecimal(text: string): Decimal | 'open' | undefined {
  const { digits = '' } = partsOf(text) ?? {}
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  if (last === -1) return undefined
  if (eitherWay.test(digits)) return 'open'
  const mark = digits[last] === ',' ? ',' : '.'
  return digits.indexOf(mark) === last ? mark : mark === ',' ? '.' : ','
}

/**
 * The amount that a cell means, or undefined: with or without a currency, with thousands apart or not, with a decimal
 * point or a decimal comma ("1.234,50", "1,234.50", "86 000 kr", "(120.00)" for a negative one). `decimal` settles what
 * could be either; without it a point comes before cents and a comma between thousands.
 */
export function parseAmount(text: string, decimal: Decimal = '.'): number | undefined {
  const { sign, bracket, digits = '' } = partsOf(text) ?? {}
  if (sign === undefined) return undefined
  const open = eitherWay.exec(digits)
  const plain = open ? digits.replace(/[.,]/, open[1] === decimal ? '.' : '') : withDecimalPoint(digits)
  const amount = plain === undefined ? NaN : Number(plain)
  if (!Number.isFinite(amount)) return undefined
  return sign === '-' || bracket ? -amount : amount
}

function withDecimalPoint(digits: string): string | undefined {
  const decimal = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  if (decimal === -1) return digits
  const mark = digits[decimal] === ',' ? ',' : '.'
  const other = mark === ',' ? '.' : ','
  const marks = digits.split(mark).length - 1
  const isGrouped = new RegExp(`^\\d{1,3}(\\${mark}\\d{3})+$`).test(digits)
  if (!digits.includes(other) && isGrouped && marks > 1) return digits.replaceAll(mark, '')
  if (marks > 1) return undefined
  return digits.replaceAll(other, '').replace(',', '.')
}

/** A number of things that are never cut: with thousands apart or not, a mark before three digits always apart them. Undefined for none. */
export function parseWhole(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0'’]/g, '').replace(/[.,]0{1,2}$/, '')
  return /^(\d+|\d{1,3}([.,]\d{3})+)$/.test(bare) ? Number(bare.replace(/[.,]/g, '')) : undefined
}

const yes = new Set(['true', 'yes', 'y', '1', 'x', 't'])
const no = new Set(['false', 'no', 'n', '0', 'f'])

/** Yes or no in the words that tables use, or undefined. */
export function parseYesNo(text: string): boolean | undefined {
  const word = text.trim().toLowerCase()
  if (yes.has(word)) return true
  return no.has(word) ? false : undefined
}
