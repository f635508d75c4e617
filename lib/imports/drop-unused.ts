import 'server-only'
import type { Tx } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

/** The version of a company that nobody edited: each fact that an import filled in is one more. */
const versionByImports = Prisma.sql`1 + (
  select coalesce(sum(num_nonnulls(i.domain, i.employees)), 0) from import_company i where i.company_id = c.id
)`

/**
 * A step: companies and campaigns that only this import made go when nobody uses or has edited them, and companies that
 * had no domain or no size before have none again. Of leads and touches that are gone only the tombstones named them.
 */
export async function dropUnused(tx: Tx, importId: string): Promise<void> {
  await tx.$executeRaw`
    update company c set domain = null, version = c.version + 1
    from import_company i
    where i.import_id = ${importId}::uuid and c.id = i.company_id and c.domain = i.domain
      and c.import_id is distinct from ${importId}::uuid
      and not exists (select 1 from company o where o.name_key = c.name_key and o.domain is null)`
  await tx.$executeRaw`
    update company c set employees = null, version = c.version + 1
    from import_company i
    where i.import_id = ${importId}::uuid and c.id = i.company_id and c.employees = i.employees
      and c.import_id is distinct from ${importId}::uuid`
  await tx.$executeRaw`
    with unused as (
      select c.id from company c
      where c.import_id = ${importId}::uuid
        and c.version = ${versionByImports}
        and not exists (select 1 from lead l where l.company_id = c.id and l.deleted_at is null)
    )
    update lead set company_id = null where deleted_at is not null and company_id in (select id from unused)`
  await tx.$executeRaw`
    delete from company c
    where c.import_id = ${importId}::uuid
      and c.version = ${versionByImports}
      and not exists (select 1 from lead l where l.company_id = c.id)`
  await tx.$executeRaw`
    update touchpoint t set campaign_id = null
    from campaign c
    where c.import_id = ${importId}::uuid and t.campaign_id = c.id and t.reverted_at is not null
      and not exists (select 1 from touchpoint o where o.campaign_id = c.id and o.reverted_at is null)
      and not exists (select 1 from bulk_action b where b.campaign_id = c.id)`
  await tx.$executeRaw`
    delete from campaign c
    where c.import_id = ${importId}::uuid and not exists (select 1 from touchpoint t where t.campaign_id = c.id)
      and not exists (select 1 from bulk_action b where b.campaign_id = c.id)`
}
