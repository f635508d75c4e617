/** The counts of an import that has not read a row. */
export const noRowsYet = { rowsDone: 0, created: 0, updated: 0, skipped: 0, failed: 0, byEmail: 0 } as const
