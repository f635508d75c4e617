import * as z from 'zod'
import { currencyCode, text } from '@/lib/fields'
import { policyInput } from '@/lib/scoring/policy'

const zones = new Set(Intl.supportedValuesOf('timeZone'))

/** An IANA zone that this runtime knows, UTC included. */
const timeZone = z
  .string('Choose a time zone.')
  .refine((zone) => zone === 'UTC' || zones.has(zone), 'Choose a time zone such as Europe/Stockholm.')

export const companySettingsInput = z.strictObject({ companyName: text(200), timeZone, currency: currencyCode })

/** A policy, and whether the leads that it makes warm are offered to Sales. */
export const savePolicyInput = z.strictObject({
  policy: policyInput,
  offersRisen: z.boolean().default(false),
})
