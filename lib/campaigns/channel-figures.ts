import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import type { Figures } from '@/lib/campaigns/figure'
import { countFigures } from '@/lib/campaigns/count-figures'
import { presentFacts } from '@/lib/facts/present-facts'
import { periodEdge } from '@/lib/period'
import { isWithin } from '@/lib/reports/period'
import type { Days } from '@/lib/reports/presets'
import type { Channel } from '@/prisma/generated/enums'

/** What the touches of a period did on one channel. */
export type ChannelFigures = Figures & { channel: Channel }

/**
 * What each channel did in a period of the company's zone, the furthest reaching first; channels without a touch are
 * left out. A lead is counted once on each channel that touched it.
 */
export async function channelFigures(actor: Actor, { from, to }: Days, timeZone: string): Promise<ChannelFigures[]> {
  authorise(actor, 'campaign.edit')
  const edge = (day: string | undefined) => (day === undefined ? null : periodEdge(day, timeZone))
  const facts = await presentFacts()
  const found = countFigures(facts, facts.touches.table.columns.channel, isWithin({ from: edge(from), to: edge(to) }))
  return [...found]
    .map(([channel, figures]) => ({ channel: channel as Channel, ...figures }))
    .sort((a, b) => b.reach - a.reach || b.touches - a.touches || a.channel.localeCompare(b.channel))
}
