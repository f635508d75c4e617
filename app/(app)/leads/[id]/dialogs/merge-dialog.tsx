import { LeadFinder } from '@/components/campaigns/lead-finder'
import { Dialog } from '@/components/ui/dialog'
import { browseLeads } from '@/lib/leads/list-leads'
import { wordsParam } from '@/lib/words-param'
import type { LeadDialogProps } from './lead-dialog-props'

const mostFound = 8

/** Finds the other lead of a merge: `?find=`. */
export async function MergeDialog({ actor, page: { lead }, params, backHref }: LeadDialogProps) {
  const words = wordsParam(params, 'find') ?? ''
  const found = words ? await browseLeads(actor, { filters: { q: words }, limit: mostFound + 1 }) : { data: [] }
  return (
    <Dialog title="Merge with which lead?" subline={lead.name} closeHref={backHref}>
      <LeadFinder
        action={`/leads/${lead.id}`}
        keep={{ do: 'merge' }}
        words={words}
        leads={found.data.filter(({ id }) => id !== lead.id).slice(0, mostFound)}
        hrefOf={(otherId) => `/duplicates/${lead.id}/${otherId}`}
      />
    </Dialog>
  )
}
