/**
 * The promise of Sales: a lead that is offered is accepted or returned within this time.
 */
export const acceptWithinMinutes = 4 * 60

/** Until when an offer should be answered. */
export const dueAt = (offeredAt: Date): Date => new Date(offeredAt.getTime() + acceptWithinMinutes * 60_000)
