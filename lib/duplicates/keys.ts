/**
 * A telephone number by its last nine digits: +46 8 123 456 78 is 08-123 456 78. Null for fewer than seven digits, which
 * are an extension. The same as phone_key in the database.
 */
export function phoneKey(phone: string | null): string | null {
  const digits = (phone ?? '').replace(/[^0-9]/g, '')
  return digits.length >= 7 ? digits.slice(-9) : null
}

/** A name as it is written, without accents, case and punctuation: "Bérg, Anna" is "berg anna". */
export const writtenName = (firstName: string | null, lastName: string | null): string =>
  `${firstName ?? ''} ${lastName ?? ''}`
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')

/** The same without regard to the order of its words: "anna berg". */
export const personKey = (firstName: string | null, lastName: string | null): string =>
  writtenName(firstName, lastName).split(' ').sort().join(' ')
