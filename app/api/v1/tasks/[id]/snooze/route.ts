import { inputOf } from '@/lib/api/input-of'
import { json, resource, write } from '@/lib/api/resource'
import { snoozeTask } from '@/lib/tasks/snooze-task'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, id, body, once }) =>
    json(await snoozeTask(actor, inputOf(body, { taskId: id }), { once })),
  ),
})
