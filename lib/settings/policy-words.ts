import { type ChannelRule, type Counts, type ScoringPolicy } from '@/lib/scoring/policy'
import { allChannels, channels } from '@/lib/touchpoints/channel'

/** Whether a touch of a channel counts, as people say it. */
export const countsLabels: Record<Counts, string> = {
  always: 'Always',
  engaged: 'If engaged',
  never: 'Never',
}

const windowWords = (days: number | null) => (days === null ? 'forever' : `${days} days`)

const thresholds: { name: string; of: (policy: ScoringPolicy) => string }[] = [
  { name: 'Warm at', of: ({ warmAt }) => `${warmAt} touches` },
  { name: 'Hot at', of: ({ hotAt }) => `${hotAt} touches` },
  { name: 'Close by', of: ({ closeBy }) => `${closeBy} touches` },
  { name: 'A touch counts for', of: ({ windowDays }) => windowWords(windowDays) },
]

const ruleWords = ({ counts, dailyCap }: ChannelRule) =>
  `${countsLabels[counts].toLowerCase()}${dailyCap === null || counts === 'never' ? '' : `, ${dailyCap} a day at most`}`

/** What one policy says otherwise than another, a line each: "Warm at 4 touches, was 3 touches". */
export function policyChanges(before: ScoringPolicy, after: ScoringPolicy): string[] {
  const changed = (name: string, was: string, is: string) => (was === is ? [] : [`${name} ${is}, was ${was}`])
  return [
    ...thresholds.flatMap(({ name, of }) => changed(name, of(before), of(after))),
    ...allChannels.flatMap((channel) =>
      changed(
        `${channels[channel].label} counts`,
        ruleWords(before.channels[channel]),
        ruleWords(after.channels[channel]),
      ),
    ),
  ]
}
