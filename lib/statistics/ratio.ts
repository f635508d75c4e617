/** How many for each of the whole: a share is 0 to 1, touches per lead may be more. Null where the whole is nothing. */
export const ratioOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)
