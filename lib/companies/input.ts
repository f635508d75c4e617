import * as z from 'zod'
import { domainName, text, uuid } from '@/lib/fields'

export const createCompanyInput = z.strictObject({ name: text(200), domain: domainName.optional() })

export const editCompanyInput = z.strictObject({
  companyId: uuid,
  changes: z.strictObject({ name: text(200).optional(), domain: domainName.nullable().optional() }),
})
