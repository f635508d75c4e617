import 'server-only'
import { command } from '@/lib/command'
import { dismissDuplicateInput } from '@/lib/duplicates/input'
import { getLead } from '@/lib/leads/queries'

/**
 * A manager has looked at two leads: they are not the same. It is remembered, so that they are not suspected again.
 *
 * Throws NOT_FOUND when one of them does not exist.
 */
export const dismissDuplicate = command(
  { ability: 'lead.merge', input: dismissDuplicateInput },
  async ({ tx, actor, input: { leadId, otherId }, now }) => {
    const [lowId, highId] = leadId < otherId ? [leadId, otherId] : [otherId, leadId]
    const leads = [await getLead(actor, leadId, tx), await getLead(actor, otherId, tx)] as const
    const dismissal = { dismissedAt: now, dismissedById: actor.id }
    await tx.suspicion.upsert({
      where: { lowId_highId: { lowId, highId } },
      create: { lowId, highId, evidence: [], strength: 0, foundAt: now, ...dismissal },
      update: dismissal,
    })
    return { leads }
  },
)
