import 'server-only'
import { visibleLeads } from '@/lib/access/scopes'
import type { Tx } from '@/lib/db'
import { invalid } from '@/lib/errors'

/** What clocks may differ by before a due time is refused as past. */
const clockLeewayMs = 60_000

/** Throws INVALID, at `field`, for a time that has passed. */
export function refusePast(at: Date, now: Date, field: string): void {
  if (at.getTime() < now.getTime() - clockLeewayMs)
    throw invalid({ [field]: 'This time has passed. Choose one that is still to come.' })
}

/** A step: the active person who is to do it, for whom the lead has to exist. Throws INVALID for anybody else. */
export async function taskAssignee(tx: Tx, leadId: string, personId: string): Promise<{ id: string; name: string }> {
  const person = await tx.person.findFirst({ where: { id: personId, deactivatedAt: null } })
  if (!person) throw invalid({ assignee: 'Choose an active person.' })
  const isSeen = await tx.lead.count({ where: { AND: [{ id: leadId }, visibleLeads(person)] } })
  if (!isSeen) throw invalid({ assignee: `${person.name} does not see this lead. Give them the lead first.` })
  return person
}
