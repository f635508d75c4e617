import 'server-only'
import { command } from '@/lib/command'
import type { Tx } from '@/lib/db'
import { claimHandoff } from '@/lib/handoffs/claim-handoff'
import { noInput } from '@/lib/handoffs/input'
import { isCoolingDown, keepWithinLimits } from '@/lib/handoffs/limits'
import { isOpenTo } from '@/lib/handoffs/open-to'
import { passedNone } from '@/lib/handoffs/passed-over'
import { getHandoff } from '@/lib/handoffs/queries'
import { keepCountingRules } from '@/lib/touchpoints/counting-rules'
import { Prisma } from '@/prisma/generated/client'

/**
 * Accepts the most urgent waiting lead that nobody has. Null when none waits. Reps who ask at once get different
 * leads: one that somebody is just taking is passed over, and so are those that they sent back lately or that
 * wait for another rep alone.
 *
 * Throws FORBIDDEN for a rep who has or took as many as one may.
 */
export const takeNextHandoff = command({ ability: 'handoff.accept', input: noInput }, async ({ tx, actor, now }) => {
  await keepCountingRules(tx)
  const isCooling = await isCoolingDown(tx, actor, now)
  const isOpen = Prisma.sql`${isOpenTo(actor, now)} and not ${isCooling}`
  for (;;) {
    const next = (await mostUrgent(tx, isOpen, 'skip locked')) ?? (await mostUrgent(tx, isOpen, 'wait'))
    if (!next) return null
    await keepWithinLimits(tx, actor, now)
    if (await claimHandoff(tx, actor, next, now, passedNone)) return getHandoff(actor, next, now, tx)
  }
})

/** The waiting handoff due first, its lead locked; leads that are locked elsewhere are passed over or waited for. */
async function mostUrgent(tx: Tx, isOpen: Prisma.Sql, locked: 'skip locked' | 'wait'): Promise<string | undefined> {
  const [next] = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    select h.id from handoff h join lead_state s on s.lead_id = h.lead_id
    where h.status = 'WAITING' and ${isOpen} order by h.due_at, h.id limit 1
    for no key update of s ${locked === 'wait' ? Prisma.empty : Prisma.sql`skip locked`}`)
  return next?.id
}
