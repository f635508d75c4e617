import { fieldOfChanges, inputOf } from '@/lib/api/input-of'
import { json, read, resource, write } from '@/lib/api/resource'
import { withFieldNames } from '@/lib/field-names'
import { cancelTask } from '@/lib/tasks/cancel-task'
import { editTask } from '@/lib/tasks/edit-task'
import { getTask } from '@/lib/tasks/queries'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({}, async ({ actor, id }) => json(await getTask(actor, id, new Date()))),
  PATCH: write(async ({ actor, id, body }) =>
    json(await withFieldNames(editTask(actor, { taskId: id, changes: body }), fieldOfChanges)),
  ),
  DELETE: write(async ({ actor, id, body }) => json(await cancelTask(actor, inputOf(body, { taskId: id })))),
})
