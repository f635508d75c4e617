import { type ChannelRule, policyInput, type ScoringPolicy } from '@/lib/scoring/policy'
import { allChannels } from '@/lib/touchpoints/channel'

const thresholds = ['warmAt', 'hotAt', 'closeBy', 'windowDays'] as const
const none = 'none'

const ruleText = ({ counts, dailyCap }: ChannelRule) => (dailyCap === null ? counts : `${counts}.${dailyCap}`)

/** A proposed policy as parameters of an address: what differs from the one that holds. */
export function proposalParameters(proposed: ScoringPolicy, current: ScoringPolicy): Record<string, string> {
  const given = [
    ...thresholds.map((name) => [name, String(proposed[name] ?? none), String(current[name] ?? none)] as const),
    ...allChannels.map(
      (channel) => [channel, ruleText(proposed.channels[channel]), ruleText(current.channels[channel])] as const,
    ),
  ]
  return Object.fromEntries(given.flatMap(([name, text, now]) => (text === now ? [] : [[name, text]])))
}

/** The policy that an address proposes; null when it proposes nothing else than what holds, or what is no policy. */
export function proposedPolicy(
  parameters: Record<string, string | string[] | undefined>,
  current: ScoringPolicy,
): ScoringPolicy | null {
  const text = (name: string) => [parameters[name]].flat()[0]
  const number = (given: string) => (given === none ? null : Number(given))
  const parsed = policyInput.safeParse({
    ...Object.fromEntries(
      thresholds.map((name) => {
        const given = text(name)
        return [name, given === undefined ? current[name] : number(given)]
      }),
    ),
    channels: Object.fromEntries(
      allChannels.map((channel) => {
        const [counts, cap] = text(channel)?.split('.') ?? []
        return [
          channel,
          counts ? { counts, dailyCap: cap === undefined ? null : Number(cap) } : current.channels[channel],
        ]
      }),
    ),
  })
  if (!parsed.success || Object.keys(proposalParameters(parsed.data, current)).length === 0) return null
  return parsed.data
}
