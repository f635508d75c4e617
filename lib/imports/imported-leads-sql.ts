import 'server-only'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** The leads that an import has made, changed or touched, as a relation with their `id`. */
export const importedLeadsSql = (importId: string) => sql`(
  select id from lead where import_id = ${importId}::uuid
  union select lead_id from import_change where import_id = ${importId}::uuid
  union select lead_id from touchpoint where import_id = ${importId}::uuid
) as imported`

/** The next of them after `after`, in the order of ids: each index is read only as far as it is needed. */
export const nextImportedLeadsSql = (importId: string, after: string, limit: number) => sql`
  select id from (
    (select id from lead where import_id = ${importId}::uuid and id > ${after}::uuid order by id limit ${limit})
    union (
      select lead_id from import_change where import_id = ${importId}::uuid and lead_id > ${after}::uuid
      order by lead_id limit ${limit}
    )
    union (
      select distinct lead_id from touchpoint where import_id = ${importId}::uuid and lead_id > ${after}::uuid
      order by lead_id limit ${limit}
    )
  ) as imported order by id limit ${limit}`
