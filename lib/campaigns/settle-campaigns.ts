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
  const ids = await idsByKey(tx, [...byKey.keys()])
  return new Map(named.map(({ name }) => [name, ids.get(nameKey(name)) ?? '']))
}

/** The same without making one: a new campaign has a word that is no id, the same for all that name it. */
export async function rehearseCampaigns(tx: Tx, named: { name: string }[]): Promise<Map<string, string>> {
  const ids = await idsByKey(
    tx,
    named.map(({ name }) => nameKey(name)),
  )
  return new Map(named.map(({ name }) => [name, ids.get(nameKey(name)) ?? `new ${nameKey(name)}`]))
}

async function idsByKey(tx: Tx, keys: string[]): Promise<Map<string, string>> {
  const campaigns = await tx.campaign.findMany({
    where: { nameKey: { in: keys } },
    select: { id: true, nameKey: true },
  })
  return new Map(campaigns.map(({ id, nameKey: key }) => [key, id]))
}
