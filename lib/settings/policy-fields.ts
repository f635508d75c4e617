import type { FormFields } from '@/lib/forms/form-fields'
import type { ScoringPolicy } from '@/lib/scoring/policy'
import { allChannels } from '@/lib/touchpoints/channel'

/** The policy that a form holds, as input. Its fields are called as the policy's are: `channels.email.dailyCap`. */
export const policyFields = ({ text, number, numberOrNull }: FormFields) => ({
  warmAt: number('warmAt'),
  hotAt: number('hotAt'),
  closeBy: number('closeBy'),
  windowDays: numberOrNull('windowDays'),
  channels: Object.fromEntries(
    allChannels.map((channel) => [
      channel,
      { counts: text(`channels.${channel}.counts`), dailyCap: numberOrNull(`channels.${channel}.dailyCap`) },
    ]),
  ),
})

/** The same fields with what a policy says in them. */
export const policyValues = ({
  warmAt,
  hotAt,
  closeBy,
  windowDays,
  channels,
}: ScoringPolicy): Record<string, string> => ({
  warmAt: String(warmAt),
  hotAt: String(hotAt),
  closeBy: String(closeBy),
  windowDays: windowDays === null ? '' : String(windowDays),
  ...Object.fromEntries(
    allChannels.flatMap((channel) => {
      const { counts, dailyCap } = channels[channel]
      return [
        [`channels.${channel}.counts`, counts],
        [`channels.${channel}.dailyCap`, dailyCap === null ? '' : String(dailyCap)],
      ]
    }),
  ),
})
