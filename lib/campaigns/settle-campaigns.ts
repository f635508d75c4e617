import 'server-only'
import type { Tx } from '@/lib/db'
import { nameKey } from '@/lib/name-key'
import type { Channel } from '@/prisma/generated/enums'

/**
 * A step: the ids of campaigns by the names that are given (case and spaces apart). One that is new is made, on the
 * channel of the first touch that names it.
 */
export async function settleCampaigns(
  tx: Tx,
  named: { name: string; channel: Channel }[],
  { byId, now }: { byId: string; now: Date },
): Promise<Map<string, string>> {
  if (named.length === 0) return new Map()
  const byKey = new Map(named.toReversed().map((campaign) => [nameKey(campaign.name), campaign]))
  await tx.campaign.createMany({
    data: [...byKey].map(([key, { name, channel }]) => ({
      name,
      nameKey: key,
      channel,
      createdAt: now,
      createdById: byId,
    })),
    skipDuplicates: true,
  })
  const campaigns = await tx.campaign.findMany({
    where: { nameKey: { in: [...byKey.keys()] } },
    select: { id: true, nameKey: true },
  })
  const ids = new Map(campaigns.map(({ id, nameKey: key }) => [key, id]))
  return new Map(named.map(({ name }) => [name, ids.get(nameKey(name)) ?? '']))
}
