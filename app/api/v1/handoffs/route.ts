import { json, read, resource } from '@/lib/api/resource'
import { handoffFilters, handoffSortWords } from '@/lib/handoffs/filters'
import { listHandoffs } from '@/lib/handoffs/list-handoffs'
import { oneOf } from '@/lib/fields'
import { pageParameters } from '@/lib/page'

const parameters = { ...handoffFilters, ...pageParameters, sort: oneOf(handoffSortWords).optional() }

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read(parameters, async ({ actor, query }) => {
    const { sort, limit, cursor, ...filters } = query
    return json(await listHandoffs(actor, { filters, sort, limit, cursor }))
  }),
})
