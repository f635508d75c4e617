import 'server-only'
import { authorise } from '@/lib/access/permissions'
import { bulkInclude, bulkShape } from '@/lib/bulk/bulk-shape'
import { chosenLeadsSql } from '@/lib/bulk/chosen-leads'
import { type BulkFacts, startBulkInput } from '@/lib/bulk/input'
import { bulkAbilities } from '@/lib/bulk/words'
import { command } from '@/lib/command'
import type { Tx } from '@/lib/db'
import { invalid } from '@/lib/errors'
import { addJob } from '@/lib/jobs/add-job'
import { responsible } from '@/lib/leads/responsible'
import { companySettings } from '@/lib/settings/queries'
import { settleTouch } from '@/lib/touchpoints/settle-touch'

/** Leads of one transaction. */
const chunkSize = 2000

/**
 * Begins to change many leads in the background. Which leads is settled here: those that match later are not touched.
 *
 * Throws FORBIDDEN, INVALID when no lead is chosen, for an unknown campaign or owner and for a touch in the future.
 */
export const startBulkAction = command(
  { ability: 'bulk.run', input: startBulkInput },
  async ({ tx, actor, input: { action, ...selection }, now }) => {
    authorise(actor, bulkAbilities[action.kind])
    await check(tx, action, now)
    const { timeZone } = await companySettings(tx)
    const campaignId = action.kind === 'touch' ? (action.campaignId ?? null) : null
    const { id } = await tx.bulkAction.create({
      data: { kind: action.kind, facts: action, campaignId, matched: 0, createdAt: now, createdById: actor.id },
    })
    await tx.$executeRaw`
      insert into bulk_chunk (bulk_action_id, seq, lead_ids)
      select ${id}::uuid, (nth - 1) / ${chunkSize}::int, array_agg(lead_id order by lead_id)
      from (select lead_id, row_number() over (order by lead_id) as nth from (${chosenLeadsSql(actor, selection, timeZone)}) l) n
      group by 2`
    const [chosen] = await tx.$queryRaw<{ leads: number }[]>`
      select coalesce(sum(cardinality(lead_ids)), 0)::int as leads from bulk_chunk where bulk_action_id = ${id}::uuid`
    if (!chosen?.leads) throw invalid({ leadIds: 'No lead is chosen: none of these is there.' })
    const started = await tx.bulkAction.update({ where: { id }, data: { matched: chosen.leads }, include: bulkInclude })
    await addJob(tx, 'run-bulk-action', { bulkActionId: id })
    return bulkShape(started)
  },
)

async function check(tx: Tx, action: BulkFacts, now: Date): Promise<void> {
  if (action.kind === 'touch') {
    const { kind: _, offersPerDay: _pace, ...facts } = action
    settleTouch('', facts, now)
    if (facts.campaignId && !(await tx.campaign.count({ where: { id: facts.campaignId } })))
      throw invalid({ campaignId: 'There is no such campaign.' })
  }
  if (action.kind === 'owner' && action.owner) await responsible(tx, 'owner', action.owner)
}
