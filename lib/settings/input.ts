import * as z from 'zod'
import { currencyCode, text } from '@/lib/fields'
import { periodParameters } from '@/lib/reports/period'
import { policyInput } from '@/lib/scoring/policy'

const zones = new Set(Intl.supportedValuesOf('timeZone'))

/** An IANA zone that this runtime knows, UTC included. */
const timeZone = z
  .string('Choose a time zone.')
  .refine((zone) => zone === 'UTC' || zones.has(zone), 'Choose a time zone such as Europe/Stockholm.')

export const companySettingsInput = z.strictObject({
  companyName: text(200),
  timeZone,
  currency: currencyCode,
  /** Left out, it stays as it is. */
  digestAtMinute: z
    .int('Give a time of the day.')
    .min(0, 'Give a time of the day.')
    .max(1439, 'Give a time of the day.')
    .optional(),
})

const ignored = z.unknown().optional()

/** What is read of a saved policy beside the policy itself: it may be put back along with it. */
const readAlong = { version: ignored, savedAt: ignored, savedBy: ignored, progress: ignored }

/**
 * A policy, and whether the leads that it makes warm are offered to Sales. What is read of a saved policy can be put
 * back as it is: version, who, when and the progress of the recount are ignored.
 */
export const savePolicyInput = policyInput
  .safeExtend({
    offersRisen: z.boolean('Say true or false.').default(false),
    ...readAlong,
  })
  .transform(({ warmAt, hotAt, closeBy, windowDays, channels, offersRisen }) => ({
    policy: { warmAt, hotAt, closeBy, windowDays, channels },
    offersRisen,
  }))

const { from, to } = periodParameters

/** A policy to try, and the days whose offers are compared: all if left out. */
export const tryPolicyInput = policyInput
  .safeExtend({ from, to, offersRisen: ignored, ...readAlong })
  .transform(({ warmAt, hotAt, closeBy, windowDays, channels, from: first, to: last }) => ({
    policy: { warmAt, hotAt, closeBy, windowDays, channels },
    period: { from: first, to: last },
  }))
