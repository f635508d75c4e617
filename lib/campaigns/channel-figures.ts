import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import type { Figures } from '@/lib/campaigns/figure'
import { figuresSql, sideBySide } from '@/lib/campaigns/figures-sql'
import { db } from '@/lib/db'
import { periodEdge } from '@/lib/period'
import type { Days } from '@/lib/reports/presets'
import { allChannels } from '@/lib/touchpoints/channel'
import { Prisma } from '@/prisma/generated/client'
import type { Channel } from '@/prisma/generated/enums'

const { sql, join } = Prisma

/** What the touches of a period did on one channel. */
export type ChannelFigures = Figures & { channel: Channel }

/**
 * What each channel did in a period of the company's zone, the furthest reaching first; channels without a touch are
 * left out. A lead is counted once on each channel that touched it.
 */
export async function channelFigures(actor: Actor, { from, to }: Days, timeZone: string): Promise<ChannelFigures[]> {
  authorise(actor, 'campaign.edit')
  const start = from === undefined ? null : periodEdge(from, timeZone)
  const end = to === undefined ? null : periodEdge(to, timeZone)
  const edges = [...(start ? [sql`t.occurred_at >= ${start}`] : []), ...(end ? [sql`t.occurred_at < ${end}`] : [])]
  const rows = await sideBySide(allChannels, (channels) => {
    const touches = join([sql`t.channel = any(${channels}::"Channel"[])`, ...edges], ' and ')
    return db.$queryRaw<(Figures & { of: Channel })[]>(figuresSql(sql`t.channel`, touches))
  })
  return rows
    .map(({ of, ...figures }) => ({ channel: of, ...figures }))
    .sort((a, b) => b.reach - a.reach || b.touches - a.touches || a.channel.localeCompare(b.channel))
}
