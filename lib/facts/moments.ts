/** The first of two moments of a row that is known, as SQL's coalesce: NaN is none. */
export const orElse = (at: number, otherwise: number): number => (Number.isNaN(at) ? otherwise : at)
