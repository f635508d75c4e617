import { etagOf, wantedVersion } from '@/lib/api/if-match'
import { fieldOfChanges, inputOf } from '@/lib/api/input-of'
import { json, nothing, read, resource, write } from '@/lib/api/resource'
import { withFieldNames } from '@/lib/field-names'
import { deleteLead } from '@/lib/leads/delete-lead'
import { editLead } from '@/lib/leads/edit-lead'
import { getLead } from '@/lib/leads/queries'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({}, async ({ actor, id }) => {
    const lead = await getLead(actor, id)
    return json(lead, { headers: etagOf(lead) })
  }),
  PATCH: write(async ({ actor, id, body, request }) => {
    const version = await wantedVersion(actor, id, request.headers)
    const lead = await withFieldNames(editLead(actor, { leadId: id, version, changes: body }), fieldOfChanges)
    return json(lead, { headers: etagOf(lead) })
  }),
  DELETE: write(async ({ actor, id, body }) => {
    await deleteLead(actor, inputOf(body, { leadId: id }))
    return nothing()
  }),
})
