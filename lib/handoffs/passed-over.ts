import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/db'
import { isCoolingDown } from '@/lib/handoffs/limits'
import { isOpenTo } from '@/lib/handoffs/open-to'
import { Prisma } from '@/prisma/generated/client'

/** How many offers that were due earlier waited when one was taken, and since when the one of them that waited longest. */
export type PassedOver = { passedOver: number; passedOverSince: Date | null }

export const passedNone: PassedOver = { passedOver: 0, passedOverSince: null }

/** More than so many are not told apart. */
const countedUpTo = 1000

/** What a person passes over who takes this offer: those due earlier that they might have taken instead. */
export async function passedOver(tx: Tx, actor: Actor, { dueAt }: { dueAt: Date }, now: Date): Promise<PassedOver> {
  const [waited] = await tx.$queryRaw<PassedOver[]>(Prisma.sql`
    select count(*)::int as "passedOver", min(offered_at) as "passedOverSince" from (
      select h.offered_at from handoff h
      where h.status = 'WAITING' and h.due_at < ${dueAt} and h.offered_at <= ${now}
        and ${isOpenTo(actor, now)} and not ${await isCoolingDown(tx, actor, now)}
      order by h.due_at, h.id limit ${countedUpTo}
    ) earlier`)
  return waited ?? passedNone
}
