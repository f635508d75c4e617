/**
 * The promises of Sales: a lead that is offered is accepted or returned within this time, and one that is accepted is
 * touched within this time.
 */
const acceptWithinMinutes = 4 * 60
const touchWithinMinutes = 4 * 60

const after = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)

/** Until when an offer should be answered. */
export const dueAt = (offeredAt: Date): Date => after(offeredAt, acceptWithinMinutes)

/** Until when an accepted lead should be touched. */
export const firstTouchDueAt = (acceptedAt: Date): Date => after(acceptedAt, touchWithinMinutes)
