import * as z from 'zod'
import { instant, must, oneOf, text, uuid } from '@/lib/fields'
import { nextStep } from '@/lib/tasks/input'
import { allChannels } from '@/lib/touchpoints/channel'

/** What is said of a touch. What is left out: outbound, engaged if inbound, now. */
export const touchFacts = z.strictObject({
  channel: must('Choose a channel.', oneOf(allChannels)),
  direction: oneOf(['outbound', 'inbound']).optional(),
  engaged: z.boolean('Say true or false.').optional(),
  occurredAt: instant.optional(),
  campaignId: uuid.optional(),
  note: text(5000).optional(),
  externalId: text(200).optional(),
})

/** `next` is what is to be done about the lead next: a task of who logs the touch. */
export const logTouchInput = touchFacts.extend({ leadId: uuid, next: nextStep.optional() })

export const voidTouchInput = z.strictObject({ touchpointId: uuid })
