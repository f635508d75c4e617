import { etagOf } from '@/lib/api/if-match'
import { inputOf } from '@/lib/api/input-of'
import { json, resource, write } from '@/lib/api/resource'
import { withFieldNames } from '@/lib/field-names'
import { mergeLeads } from '@/lib/merges/merge-leads'

/** How the API calls the fields of a merge. */
const apiField = (path: string) => (path === 'goneId' ? 'with' : path)

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, id, body, once }) => {
    const { with: other, ...rest } = body
    const input = inputOf(rest, { keptId: id, goneId: typeof other === 'string' ? other : '' })
    const merged = await withFieldNames(mergeLeads(actor, input, { once }), apiField)
    return json(merged, { headers: etagOf(merged.lead) })
  }),
})
