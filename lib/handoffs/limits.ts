import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/db'
import { forbidden } from '@/lib/errors'
import { formatCountOf } from '@/lib/format/format-number'
import { startOfDay } from '@/lib/handoffs/business-clock'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma
const dayMs = 24 * 3_600_000

/** Managers give leads to whom they like, so the limits are those of reps who take. */
const isLimited = ({ role }: Actor) => role === 'rep'

const limitsOf = (tx: Tx) =>
  tx.settings.findUniqueOrThrow({
    where: { id: 1 },
    select: { maxHeldLeads: true, maxTakenPerDay: true, coolDownDays: true, timeZone: true },
  })

/**
 * A step, before a rep takes a lead: refuses who has or took as many as one may. Whoever takes several at once is let
 * through one by one, so that no two pass on the last place.
 *
 * Throws FORBIDDEN.
 */
export async function keepWithinLimits(tx: Tx, rep: Actor, now: Date): Promise<void> {
  if (!isLimited(rep)) return
  const { maxHeldLeads, maxTakenPerDay, timeZone } = await limitsOf(tx)
  if (maxHeldLeads === null && maxTakenPerDay === null) return
  await tx.$executeRaw`select from person where id = ${rep.id}::uuid for no key update`
  if (maxHeldLeads !== null) {
    const held = await tx.leadState.count({
      where: { repId: rep.id, outcome: 'OPEN', desk: 'SALES', deletedAt: null },
    })
    if (held >= maxHeldLeads)
      throw forbidden(`You have ${formatCountOf(held, 'open lead')}, as many as one may. Close one or send one back.`)
  }
  if (maxTakenPerDay !== null) {
    const taken = await tx.handoff.count({
      where: { repId: rep.id, acceptedAt: { gte: startOfDay(now, timeZone) }, revertedAt: null },
    })
    if (taken >= maxTakenPerDay)
      throw forbidden(`You took ${formatCountOf(taken, 'lead')} today, as many as one may. Go on with those.`)
  }
}

/** Whether a rep sent the lead of `h` back so lately that others go first, as a condition. */
export async function isCoolingDown(tx: Tx, rep: Actor, now: Date): Promise<Prisma.Sql> {
  const { coolDownDays } = await limitsOf(tx)
  if (coolDownDays === null || !isLimited(rep)) return sql`false`
  return sql`exists (
    select from handoff before
    where before.lead_id = h.lead_id and ${senderOf} = ${rep.id}::uuid and ${isLate(coolDownDays, now)}
  )`
}

/** Who sent each of the leads back so lately that others go first. */
export async function sentBackLately(
  tx: Tx,
  leadIds: string[],
  { coolDownDays, now }: { coolDownDays: number | null; now: Date },
): Promise<Map<string, Set<string>>> {
  const senders = new Map<string, Set<string>>()
  if (coolDownDays === null) return senders
  const rows = await tx.$queryRaw<{ leadId: string; repId: string }[]>(sql`
    select before.lead_id as "leadId", ${senderOf} as "repId" from handoff before
    where before.lead_id = any(${leadIds}::uuid[]) and ${isLate(coolDownDays, now)}`)
  for (const { leadId, repId } of rows) senders.set(leadId, (senders.get(leadId) ?? new Set()).add(repId))
  return senders
}

/** Of a handoff `before`: who sent the lead back, and whether that was so lately. */
const senderOf = sql`coalesce(before.rep_id, before.returned_by_id)`
const isLate = (coolDownDays: number, now: Date) =>
  sql`before.returned_at > ${new Date(now.getTime() - coolDownDays * dayMs)} and before.reverted_at is null`

/** A step: refuses a lead that the rep sent back lately. Throws FORBIDDEN. */
export async function refuseCoolingDown(tx: Tx, rep: Actor, handoffId: string, now: Date): Promise<void> {
  const [row] = await tx.$queryRaw<{ isCooling: boolean }[]>(sql`
    select ${await isCoolingDown(tx, rep, now)} as "isCooling" from handoff h where h.id = ${handoffId}::uuid`)
  if (row?.isCooling) throw forbidden('You sent this lead back lately, so it goes to somebody else first.')
}
