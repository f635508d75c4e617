import 'server-only'
import { Prisma } from '@/prisma/generated/client'

/**
 * How exports call lead `l` by an external id: its own, or where nothing else would name it (it has no email either), its
 * id. An import recognises it by that, here and in another Baton.
 */
export const leadExternalId = Prisma.sql`coalesce(l.external_id, case when l.email is null then l.id::text end)`
