import { json, read, resource } from '@/lib/api/resource'
import { pageParameters } from '@/lib/page'
import { taskFilters } from '@/lib/tasks/input'
import { listTasks } from '@/lib/tasks/list-tasks'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({ ...taskFilters, ...pageParameters }, async ({ actor, query }) => {
    const { limit, cursor, ...filters } = query
    return json(await listTasks(actor, { filters, limit, cursor, now: new Date() }))
  }),
})
