import 'server-only'
import type { Tx } from '@/lib/db'
import { keepCountingRules } from '@/lib/touchpoints/counting-rules'

export type LockedLead = {
  leadId: string
  doNotContact: boolean
  isGone: boolean
  /** Of one that was recycled until a day to come: since when. */
  asleepSince: Date | null
}

/**
 * A step: locks leads until the end of the transaction, in the order of their ids so that two bulk changes never wait
 * for each other in a circle. A lead's lock is its row in `lead_state`; every change of a lead takes it first. The
 * counting rules are held before it, always in this order, for the same reason.
 */
export async function lockLeads(tx: Tx, leadIds: string[]): Promise<LockedLead[]> {
  await keepCountingRules(tx)
  return tx.$queryRaw<LockedLead[]>`
    select lead_id as "leadId", do_not_contact as "doNotContact", deleted_at is not null as "isGone",
      case when wake_on is not null then recycled_at end as "asleepSince"
    from lead_state where lead_id = any(${[...new Set(leadIds)]}::uuid[]) order by lead_id for no key update`
}
