import { type BulkFacts, bulkFacts } from '@/lib/bulk/input'
import type { BulkAction } from '@/prisma/generated/client'

/** For how long a bulk touch can be undone, in hours. */
export const undoWithinHours = 24

type Named = { id: string; name: string }

/** A bulk action as the API answers it; matched = changed + skipped + refused once it is done. */
export const bulkShape = (of: BulkAction & { createdBy: Named; campaign: Named | null }) => ({
  id: of.id,
  kind: of.kind,
  status: of.status,
  facts: bulkFacts.parse(of.facts) satisfies BulkFacts,
  campaignId: of.campaignId,
  campaign: of.campaign,
  matched: of.matched,
  changed: of.changed,
  skipped: of.skipped,
  refused: of.refused,
  voided: of.voided,
  failure: of.failure,
  createdAt: of.createdAt,
  createdBy: of.createdBy,
  finishedAt: of.finishedAt,
  undoneAt: of.undoneAt,
})

export type BulkShape = ReturnType<typeof bulkShape>

const named = { select: { id: true, name: true } } as const

export const bulkInclude = { createdBy: named, campaign: named }
