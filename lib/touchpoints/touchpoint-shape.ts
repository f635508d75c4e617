import { channels } from '@/lib/touchpoints/channel'
import type { Prisma } from '@/prisma/generated/client'

export const touchpointInclude = {
  loggedBy: { select: { id: true, name: true } },
  campaign: { select: { id: true, name: true } },
} satisfies Prisma.TouchpointInclude

type TouchpointRow = Prisma.TouchpointGetPayload<{ include: typeof touchpointInclude }>

/** A touchpoint as the API answers it and as pages read it. */
export const touchpointShape = (touch: TouchpointRow) => ({
  id: touch.id,
  leadId: touch.leadId,
  channel: touch.channel,
  team: channels[touch.channel].team,
  direction: touch.direction,
  engaged: touch.engaged,
  campaignId: touch.campaignId,
  campaign: touch.campaign,
  occurredAt: touch.occurredAt,
  loggedAt: touch.loggedAt,
  loggedBy: touch.loggedBy,
  note: touch.note,
  externalId: touch.externalId,
  voidedAt: touch.voidedAt,
})

export type TouchpointShape = ReturnType<typeof touchpointShape>
