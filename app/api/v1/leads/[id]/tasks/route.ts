import { inputOf } from '@/lib/api/input-of'
import { json, read, resource, write } from '@/lib/api/resource'
import { oneOf } from '@/lib/fields'
import { getLead } from '@/lib/leads/queries'
import { pageParameters } from '@/lib/page'
import { taskStates } from '@/lib/tasks/input'
import { listTasks } from '@/lib/tasks/list-tasks'
import { planTask } from '@/lib/tasks/plan-task'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({ ...pageParameters, status: oneOf(taskStates).optional() }, async ({ actor, id, query }) => {
    const { status, ...page } = query
    const lead = await getLead(actor, id)
    return json(await listTasks(actor, { filters: { lead: lead.id, status }, ...page, now: new Date() }))
  }),
  POST: write(async ({ actor, id, body, once }) =>
    json(await planTask(actor, inputOf(body, { leadId: id }), { once }), { status: 201 }),
  ),
})
