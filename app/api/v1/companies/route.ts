import { json, read, resource, write } from '@/lib/api/resource'
import { createCompany } from '@/lib/companies/create-company'
import { companySorts, listCompanies } from '@/lib/companies/list-companies'
import { oneOf, text } from '@/lib/fields'
import { pageParameters } from '@/lib/page'

const parameters = { ...pageParameters, q: text(200).optional(), sort: oneOf(companySorts).optional() }

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read(parameters, async ({ actor, query }) => json(await listCompanies(actor, query))),
  POST: write(async ({ actor, body, once }) => {
    const company = await createCompany(actor, body, { once })
    return json(company, { status: 201, headers: { Location: `/api/v1/companies/${company.id}` } })
  }),
})
