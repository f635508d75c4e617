import 'server-only'
import { command } from '@/lib/command'
import { conflict, invalid } from '@/lib/errors'
import { atField } from '@/lib/field-names'
import { getLead, getLeadRow } from '@/lib/leads/queries'
import { addTask } from '@/lib/tasks/add-task'
import { logTouchInput } from '@/lib/touchpoints/input'
import { recordTouchpoints } from '@/lib/touchpoints/record-touchpoints'
import { settleTouch } from '@/lib/touchpoints/settle-touch'
import { touchpointInclude, touchpointShape } from '@/lib/touchpoints/touchpoint-shape'

const nextFields = { what: 'next.what', dueAt: 'next.dueAt' }

/**
 * Logs one touch on a lead that the actor may see, and plans the next step where one is said. Returns the touchpoint, the
 * lead as it stands then, and the task.
 *
 * Throws INVALID for a touch in the future or an unknown campaign, CONFLICT for a known externalId and for an outbound
 * touch on a lead marked do-not-contact; for the next step what add-task.ts says.
 */
export const logTouch = command({ ability: 'touch.log', input: logTouchInput }, async ({ tx, actor, input, now }) => {
  const { leadId, next, ...facts } = input
  const touch = settleTouch(leadId, facts, now)
  await getLeadRow(tx, actor, leadId)
  if (facts.campaignId && !(await tx.campaign.count({ where: { id: facts.campaignId } })))
    throw invalid({ campaignId: 'There is no such campaign.' })
  if (facts.externalId) {
    const known = await tx.touchpoint.findFirst({
      where: { externalId: facts.externalId, revertedAt: null },
      select: { id: true },
    })
    if (known) throw conflict(`A touch with this external id is logged already (${known.id}).`)
  }
  const [id] = await recordTouchpoints(tx, [touch], { loggedById: actor.id, now, offersRisen: true })
  const touchpoint = await tx.touchpoint.findUniqueOrThrow({ where: { id: id ?? '' }, include: touchpointInclude })
  const task = next && (await atField(addTask(tx, actor, await getLeadRow(tx, actor, leadId), next, now), nextFields))
  return {
    touchpoint: touchpointShape(touchpoint),
    lead: await getLead(actor, leadId, tx),
    ...(task ? { task } : {}),
  }
})
