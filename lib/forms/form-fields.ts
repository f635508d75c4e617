/** The fields of a sent form, read as inputs of commands want them: what was left empty is not there. */
export type FormFields = {
  /** Trimmed; undefined when empty or missing. */
  text(name: string): string | undefined
  /** Trimmed; null when empty: for facts that an edit may clear. */
  textOrNull(name: string): string | null
  /** As typed, spaces and all: for passwords. */
  typed(name: string): string
  /** A number; undefined when empty, NaN when it is none (which inputs refuse with their own words). */
  number(name: string): number | undefined
  /** A number; null when empty. */
  numberOrNull(name: string): number | null
  /** Whether a checkbox was ticked. */
  isTicked(name: string): boolean
  /** All values of a name, empty ones left out. */
  all(name: string): string[]
  /** The fields whose names begin so, by the rest of their names; empty ones too. */
  startingWith(prefix: string): Record<string, string>
  /** An uploaded file; undefined when none was chosen. */
  file(name: string): File | undefined
}

/** Spaces and apostrophes group digits; a comma is a decimal point unless a point is there too. */
function numberOf(value: string): number {
  const bare = value.replace(/[\s'’]/g, '')
  return Number(bare.includes('.') ? bare.replaceAll(',', '') : bare.replace(',', '.'))
}

/** Reads a form. */
export function formFields(form: FormData): FormFields {
  const typed = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const text = (name: string) => typed(name).trim() || undefined
  const number = (name: string) => {
    const value = text(name)
    return value === undefined ? undefined : numberOf(value)
  }
  return {
    typed,
    text,
    number,
    textOrNull: (name) => text(name) ?? null,
    numberOrNull: (name) => number(name) ?? null,
    isTicked: (name) => form.has(name) && typed(name) !== 'false',
    all: (name) => form.getAll(name).filter((value): value is string => typeof value === 'string' && value !== ''),
    startingWith: (prefix) =>
      Object.fromEntries(
        [...form].flatMap(([name, value]) =>
          name.startsWith(prefix) && typeof value === 'string' ? [[name.slice(prefix.length), value.trim()]] : [],
        ),
      ),
    file: (name) => {
      const value = form.get(name)
      return value instanceof File && value.size > 0 ? value : undefined
    },
  }
}

/** The same without keys whose value is undefined, at every depth: inputs are strict about fields they do not know. */
export function withoutUndefined(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  const kept = Object.entries(value).filter(([, field]) => field !== undefined)
  return Object.fromEntries(kept.map(([key, field]) => [key, withoutUndefined(field)]))
}
