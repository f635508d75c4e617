import 'server-only'
import { type ChunkStep, exceptions, without } from '@/lib/bulk/chunk'
import { holdOffers } from '@/lib/handoffs/hold-offers'
import { offerLeads } from '@/lib/handoffs/offer-leads'

/**
 * Offers to Sales those of the leads that can be: open, on the Marketing desk, and not marked do-not-contact. With a
 * pace they wait for their day.
 */
export const offerChosen: ChunkStep<'offer'> = async (
  { tx, actor, now, bulkActionId },
  { note, offersPerDay },
  leadIds,
) => {
  const states = await tx.leadState.findMany({
    where: { leadId: { in: leadIds } },
    select: { leadId: true, outcome: true, desk: true, doNotContact: true },
  })
  const ids = (is: (state: (typeof states)[number]) => boolean) => states.filter(is).map(({ leadId }) => leadId)
  const left = [
    ...exceptions(
      'refused',
      'Closed. Reopen it before it is offered.',
      ids(({ outcome }) => outcome !== 'OPEN'),
    ),
    ...exceptions(
      'refused',
      'Marked do-not-contact.',
      ids((s) => s.outcome === 'OPEN' && s.doNotContact),
    ),
    ...exceptions(
      'skipped',
      'Waits for Sales already.',
      ids((s) => isFree(s) && s.desk === 'QUEUE'),
    ),
    ...exceptions(
      'skipped',
      'Sales has it already.',
      ids((s) => isFree(s) && s.desk === 'SALES'),
    ),
  ]
  const offerable = without(
    leadIds,
    left.map(({ leadId }) => leadId),
  )
  if (offersPerDay) await holdOffers(tx, offerable, { bulkActionId, now })
  else await offerLeads(tx, offerable, { origin: 'manual', offeredById: actor.id, now, ...(note ? { note } : {}) })
  return left
}

const isFree = ({ outcome, doNotContact }: { outcome: string; doNotContact: boolean }) =>
  outcome === 'OPEN' && !doNotContact
