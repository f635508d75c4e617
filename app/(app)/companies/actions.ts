'use server'

import { createCompany } from '@/lib/companies/create-company'
import { editCompany } from '@/lib/companies/edit-company'
import { formAction } from '@/lib/forms/form-action'

/** Makes a company and goes to it. */
export const createCompanyAction = formAction(
  (fields) => ({ name: fields.text('name'), domain: fields.text('domain'), employees: fields.number('employees') }),
  createCompany,
  ({ id }) => ({ redirectTo: `/companies/${id}` }),
)

/** Changes a company; a domain or a size that is empty is taken away. */
export const editCompanyAction = formAction(
  (fields) => ({
    companyId: fields.text('companyId'),
    changes: {
      name: fields.text('name') ?? '',
      domain: fields.textOrNull('domain'),
      employees: fields.numberOrNull('employees'),
    },
  }),
  editCompany,
  () => ({ message: 'Company saved' }),
)
