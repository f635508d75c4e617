import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'

/** How many of the latest campaigns a touch can be credited to by a form. */
const offered = 100

/** The latest campaigns as choices of a form. */
export async function campaignOptions(actor: Actor): Promise<{ value: string; label: string }[]> {
  authorise(actor, 'campaign.read')
  const campaigns = await db.campaign.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: offered,
    select: { id: true, name: true },
  })
  return campaigns.map(({ id, name }) => ({ value: id, label: name }))
}
