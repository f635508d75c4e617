import 'server-only'
import { command } from '@/lib/command'
import { lockLead } from '@/lib/leads/queries'
import { addTask } from '@/lib/tasks/add-task'
import { planTaskInput } from '@/lib/tasks/input'

/**
 * Plans a follow-up on a lead, for oneself or for somebody else who sees the lead.
 *
 * Throws FORBIDDEN for a rep whose lead it is not, CONFLICT for a closed lead, INVALID for a time that has passed.
 */
export const planTask = command({ ability: 'task.plan', input: planTaskInput }, async ({ tx, actor, input, now }) => {
  const { leadId, ...facts } = input
  return addTask(tx, actor, await lockLead(tx, actor, leadId), facts, now)
})
