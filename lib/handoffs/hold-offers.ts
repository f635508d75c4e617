import 'server-only'
import type { Tx } from '@/lib/db'

/** A step: lets leads wait for the day on which their bulk action offers them, instead of offering them now. */
export async function holdOffers(
  tx: Tx,
  leadIds: string[],
  { bulkActionId, now }: { bulkActionId: string; now: Date },
): Promise<void> {
  if (leadIds.length === 0) return
  await tx.$executeRaw`
    insert into held_offer (bulk_action_id, lead_id, held_at)
    select ${bulkActionId}::uuid, lead_id, ${now} from unnest(${leadIds}::uuid[]) as lead_id`
}
