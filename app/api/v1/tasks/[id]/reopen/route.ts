import { inputOf } from '@/lib/api/input-of'
import { json, resource, write } from '@/lib/api/resource'
import { reopenTask } from '@/lib/tasks/reopen-task'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, id, body, once }) =>
    json(await reopenTask(actor, inputOf(body, { taskId: id }), { once })),
  ),
})
