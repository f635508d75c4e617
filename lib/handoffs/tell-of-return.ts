import 'server-only'
import type { Tx } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'
import type { Reason, ReturnKind } from '@/prisma/generated/enums'

type Returned = {
  id: string
  leadId: string
  offeredById: string | null
  ownerId: string | null
  previousId: string | null
}

/**
 * A step: tells Marketing what came back. A repair is for who offered the lead; one that was repaired before is for the
 * managers too.
 */
export async function tellOfReturn(
  tx: Tx,
  by: { actorId: string; now: Date },
  { id: handoffId, leadId, offeredById, ownerId, previousId }: Returned,
  { kind, reason, note }: { kind: ReturnKind; reason: Reason; note?: string | undefined },
): Promise<void> {
  const about = { leadId, handoffId }
  const why = { reason, ...(note ? { note } : {}) }
  if (kind !== 'repair')
    return notify(tx, 'sent_back', by, [
      { key: handoffId, to: [ownerId ?? offeredById], ...about, data: { kind, ...why } },
    ])
  await notify(tx, 'repair', by, [{ key: handoffId, to: [offeredById ?? ownerId], ...about, data: why }])
  const isAgain = previousId && (await tx.handoff.count({ where: { id: previousId, returnKind: 'repair' } })) > 0
  if (isAgain)
    await notify(tx, 'to_settle', by, [
      { key: `${handoffId} again`, ...about, data: { why: 'again', ...(note ? { note } : {}) } },
    ])
}
