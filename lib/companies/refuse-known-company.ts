import 'server-only'
import type { Tx } from '@/lib/db'
import { conflict } from '@/lib/errors'

/** A step: throws CONFLICT when another company has this domain, or this name where one of the two has no domain. */
export async function refuseKnownCompany(
  tx: Tx,
  { key, domain }: { key: string; domain: string | null },
  exceptId?: string,
): Promise<void> {
  const known = await tx.company.findFirst({
    where: {
      OR: [...(domain ? [{ domain }] : []), { nameKey: key, ...(domain ? { domain: null } : {}) }],
      ...(exceptId ? { id: { not: exceptId } } : {}),
    },
  })
  if (known)
    throw conflict(
      `${known.name}${known.domain ? ` (${known.domain})` : ''} is known already (company ${known.id}). Open that company instead.`,
      { noun: 'company', id: known.id, name: known.name },
    )
}
