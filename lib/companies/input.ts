import * as z from 'zod'
import { domainName, employees, text, uuid } from '@/lib/fields'

export const createCompanyInput = z.strictObject({
  name: text(200),
  domain: domainName.optional(),
  employees: employees.optional(),
})

export const editCompanyInput = z.strictObject({
  companyId: uuid,
  changes: z.strictObject({
    name: text(200).optional(),
    domain: domainName.nullable().optional(),
    employees: employees.nullable().optional(),
  }),
})
