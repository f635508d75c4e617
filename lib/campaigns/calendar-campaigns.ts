import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import type { Channel } from '@/prisma/generated/enums'

/** A campaign as the calendar shows it: days are "2026-11-23". */
export type CalendarCampaign = {
  id: string
  name: string
  channel: Channel
  startsOn: string | null
  endsOn: string | null
}

/** How many campaigns of a month, and how many without dates, are read. */
const mostShown = 200

const columns = { id: true, name: true, channel: true, startsOn: true, endsOn: true } as const

/**
 * The campaigns that run between two days (inclusive), by their start, and those that have no dates, the newest first:
 * of each at most 200; `isCut` says that there are more.
 */
export async function calendarCampaigns(
  actor: Actor,
  days: { first: string; last: string },
): Promise<{ dated: CalendarCampaign[]; undated: CalendarCampaign[]; isCut: boolean }> {
  authorise(actor, 'campaign.read')
  const [first, last] = [new Date(`${days.first}T00:00:00Z`), new Date(`${days.last}T00:00:00Z`)]
  const [dated, undated] = await Promise.all([
    db.campaign.findMany({
      where: {
        AND: [
          { OR: [{ startsOn: { not: null } }, { endsOn: { not: null } }] },
          { OR: [{ startsOn: null }, { startsOn: { lte: last } }] },
          { OR: [{ endsOn: null }, { endsOn: { gte: first } }] },
        ],
      },
      orderBy: [{ startsOn: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }, { id: 'asc' }],
      take: mostShown + 1,
      select: columns,
    }),
    db.campaign.findMany({
      where: { startsOn: null, endsOn: null },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: mostShown + 1,
      select: columns,
    }),
  ])
  const shown = (rows: typeof dated) => rows.slice(0, mostShown).map(shape)
  return {
    dated: shown(dated),
    undated: shown(undated),
    isCut: dated.length > mostShown || undated.length > mostShown,
  }
}

const dayOf = (date: Date | null) => date && date.toISOString().slice(0, 10)

const shape = ({
  startsOn,
  endsOn,
  ...campaign
}: Omit<CalendarCampaign, 'startsOn' | 'endsOn'> & {
  startsOn: Date | null
  endsOn: Date | null
}): CalendarCampaign => ({
  ...campaign,
  startsOn: dayOf(startsOn),
  endsOn: dayOf(endsOn),
})
