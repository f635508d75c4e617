import 'server-only'
import type { FilledCompany } from '@/lib/companies/settle-companies'
import type { Tx } from '@/lib/db'
import type { ChangedFacts } from '@/lib/imports/changed-facts'
import { Prisma } from '@/prisma/generated/client'

/**
 * A step: remembers what an import changed of leads, so that it can be taken back. A lead that several batches change
 * keeps what was before the first and what is after the last.
 */
export async function recordChanges(
  tx: Tx,
  importId: string,
  changes: ({ leadId: string } & ChangedFacts)[],
): Promise<void> {
  if (changes.length === 0) return
  await tx.$executeRaw(Prisma.sql`
    insert into import_change (import_id, lead_id, before, after)
    select ${importId}::uuid, "leadId", before, after
    from json_to_recordset(${JSON.stringify(changes)}::json) as r("leadId" uuid, before jsonb, after jsonb)
    on conflict (import_id, lead_id) do update set
      before = excluded.before || import_change.before, after = import_change.after || excluded.after`)
}

/** A step: the same of companies, of what an import was the first to tell. */
export async function recordFilled(tx: Tx, importId: string, filled: FilledCompany[]): Promise<void> {
  if (filled.length === 0) return
  await tx.$executeRaw(Prisma.sql`
    insert into import_company (import_id, company_id, domain, employees)
    select ${importId}::uuid, id, domain, employees
    from json_to_recordset(${JSON.stringify(filled)}::json) as r(id uuid, domain text, employees int)
    on conflict (import_id, company_id) do update set
      domain = coalesce(import_company.domain, excluded.domain),
      employees = coalesce(import_company.employees, excluded.employees)`)
}
