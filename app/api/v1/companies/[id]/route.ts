import { withChanges } from '@/lib/api/input-of'
import { json, read, resource, write } from '@/lib/api/resource'
import { editCompany } from '@/lib/companies/edit-company'
import { getCompany } from '@/lib/companies/queries'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({}, async ({ actor, id }) => json(await getCompany(actor, id))),
  PATCH: write(async ({ actor, id, body }) =>
    json(await withChanges(() => editCompany(actor, { companyId: id, changes: body }))),
  ),
})
