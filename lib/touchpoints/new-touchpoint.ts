import type { Channel, Direction } from '@/prisma/generated/enums'

/** A touch about to be written; what was left out is settled (direction, engaged, occurredAt) and checked. */
export type NewTouchpoint = {
  leadId: string
  channel: Channel
  direction: Direction
  engaged: boolean
  occurredAt: Date
  campaignId?: string
  note?: string
  externalId?: string
  /** Of a move from another system: when it was told there, and when it was voided there. */
  loggedAt?: Date
  voidedAt?: Date
}
