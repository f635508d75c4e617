/** Leads that were closed so many days ago or later are still shown to their rep. */
export const closedOfLateDays = 90

/** From so many days without a touch on an open lead is silent for long; a response within them is one of late. */
export const silentFromDays = 14

/**
 * What of the open leads a rep looks at: those whose next step is overdue, that nobody touched for long, that have had
 * more touches than it should take, or that are close to be won: hot, not over-touched, and they responded of late.
 */
export const repFocuses = ['all', 'overdue', 'silent', 'over-touched', 'close-to-win'] as const
export type RepFocus = (typeof repFocuses)[number]
