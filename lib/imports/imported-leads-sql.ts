import 'server-only'
import { Prisma } from '@/prisma/generated/client'

/** The leads that an import has made, changed or touched, as a relation with their `id`. */
export const importedLeadsSql = (importId: string) => Prisma.sql`(
  select id from lead where import_id = ${importId}::uuid
  union select lead_id from import_change where import_id = ${importId}::uuid
  union select lead_id from touchpoint where import_id = ${importId}::uuid
) as imported`
