import 'server-only'
import type { Tx } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'

type Offer = { id: string; leadId: string; isHot: boolean; givenToId: string | null }

/**
 * A step: tells each rep of the offers that wait for them alone, once more when one has become hot, and all reps of the
 * hot ones that wait for anybody.
 */
export async function tellOfOffers(tx: Tx, by: { actorId: string | null; now: Date }, offers: Offer[]): Promise<void> {
  const about = ({ id, leadId }: Offer) => ({ leadId, handoffId: id })
  await notify(
    tx,
    'hot_waiting',
    by,
    offers
      .filter(({ isHot, givenToId }) => isHot && !givenToId)
      .map((offer) => ({ key: offer.id, ...about(offer), data: {} })),
  )
  await notify(
    tx,
    'offer_given',
    by,
    offers
      .filter(({ givenToId }) => givenToId)
      .map((offer) => ({
        key: `${offer.id}${offer.isHot ? ' hot' : ''}`,
        to: [offer.givenToId],
        ...about(offer),
        data: { isHot: offer.isHot },
      })),
  )
}
