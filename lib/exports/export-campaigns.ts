import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { figures } from '@/lib/campaigns/figure'
import { listCampaigns } from '@/lib/campaigns/list-campaigns'
import { allPages, pageSize } from '@/lib/exports/all-pages'
import type { CsvCell } from '@/lib/exports/csv-answer'

const facts = ['id', 'name', 'channel', 'startsOn', 'endsOn', 'budget', 'currency', 'createdAt', 'touches'] as const
const header = [...facts, ...figures, ...figures.map((figure) => `costPer.${figure}`)]

/** The campaigns that the words find, with what each did and what that cost, as rows of a file. Throws FORBIDDEN. */
export function exportCampaigns(actor: Actor, list: { q?: string | undefined }): AsyncIterable<CsvCell[]> {
  authorise(actor, 'export.all')
  return rowsOf(actor, list)
}

async function* rowsOf(actor: Actor, { q }: { q?: string | undefined }): AsyncGenerator<CsvCell[]> {
  yield header
  const campaigns = allPages((cursor) => listCampaigns(actor, { q, sort: 'createdAt', limit: pageSize, cursor }))
  for await (const campaign of campaigns)
    yield [
      ...[...facts, ...figures].map((name) => campaign[name]),
      ...figures.map((figure) => campaign.costPer[figure]),
    ]
}
