import { channels } from '@/lib/touchpoints/channel'
import type { Channel } from '@/prisma/generated/enums'

/** By what the chances are told apart, in words and as the filter of a list. */
export const groupings = {
  channel: {
    title: 'By the channel of the first touch',
    nameOf: (key: string | null) => (key === null ? 'Never touched' : channels[key as Channel].label),
    filterOf: (key: string | null): Record<string, string> => ({ firstChannel: key ?? 'none' }),
  },
  source: {
    title: 'By source',
    nameOf: (key: string | null) => key ?? 'No source',
    filterOf: (key: string | null): Record<string, string> => (key === null ? { noSource: 'yes' } : { source: key }),
  },
} as const

export type Grouping = keyof typeof groupings
