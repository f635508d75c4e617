import { channels, channelsOf } from '@/lib/touchpoints/channel'

/** All channels as choices of a form, by team. */
export const channelOptions = (['marketing', 'sales'] as const).map((team) => ({
  label: team === 'marketing' ? 'Marketing' : 'Sales',
  options: channelsOf(team).map((channel) => ({ value: channel, label: channels[channel].label })),
}))
