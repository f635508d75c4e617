import { fieldOfChanges } from '@/lib/api/input-of'
import { json, read, resource, write } from '@/lib/api/resource'
import { editCompany } from '@/lib/companies/edit-company'
import { getCompany } from '@/lib/companies/queries'
import { withFieldNames } from '@/lib/field-names'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({}, async ({ actor, id }) => json(await getCompany(actor, id))),
  PATCH: write(async ({ actor, id, body }) =>
    json(await withFieldNames(editCompany(actor, { companyId: id, changes: body }), fieldOfChanges)),
  ),
})
