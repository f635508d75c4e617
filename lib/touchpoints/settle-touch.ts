import type * as z from 'zod'
import { invalid } from '@/lib/errors'
import type { touchFacts } from '@/lib/touchpoints/input'
import type { NewTouchpoint } from '@/lib/touchpoints/new-touchpoint'

/** What clocks may differ by before a touch is refused as lying in the future. */
const clockLeewayMs = 60_000

/**
 * A touch with everything settled that was left open: outbound, engaged if inbound, now. An inbound touch is engaged
 * whatever was said: the lead came to us.
 *
 * Throws INVALID for a touch in the future.
 */
export function settleTouch(leadId: string, facts: z.output<typeof touchFacts>, now: Date): NewTouchpoint {
  const { channel, direction = 'outbound', engaged = false, occurredAt = now, campaignId, note, externalId } = facts
  if (occurredAt.getTime() > now.getTime() + clockLeewayMs)
    throw invalid({ occurredAt: 'A touch can not lie in the future. Log it when it has happened.' })
  return {
    leadId,
    channel,
    direction,
    engaged: engaged || direction === 'inbound',
    occurredAt: occurredAt > now ? now : occurredAt,
    ...(campaignId ? { campaignId } : {}),
    ...(note ? { note } : {}),
    ...(externalId ? { externalId } : {}),
  }
}
