import { paceInWords } from '@/components/bulk/pace-in-words'
import { LeadsWithReasons } from '@/components/leads/leads-with-reasons'
import { Card } from '@/components/ui/card'
import { Form, SubmitButton } from '@/components/ui/form'
import type { Actor } from '@/lib/access/actor'
import { type HeldOffers, listHeldOffers } from '@/lib/bulk/held-offers'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { settleHeldOffersAction } from '../actions'

const shown = 100

/** The offers that the action makes day by day: how many were made and wait, who waits, and the ways to end the waiting. */
export async function HeldOffersCard({
  actor,
  bulkActionId,
  offers: { waiting, offered, dropped, pace },
  timeZone,
}: {
  actor: Actor
  bulkActionId: string
  offers: HeldOffers
  timeZone: string
}) {
  const held = await listHeldOffers(actor, bulkActionId, shown)
  const counts = [
    `${formatCount(offered)} made`,
    `${formatCount(waiting)} waiting`,
    dropped > 0 ? `${formatCount(dropped)} dropped` : '',
  ]
  return (
    <>
      <Card title="Offers to Sales" aside={counts.filter(Boolean).join(', ')}>
        <p className="text-sm text-ink-soft">
          {waiting === 0
            ? 'No offer waits any more.'
            : pace
              ? `${paceInWords(pace, new Date(), timeZone)} Those with the most touches go first.`
              : 'All that wait are being offered now.'}
        </p>
        {waiting > 0 && pace ? (
          <div className="mt-4 flex flex-wrap gap-2">
            <Form action={settleHeldOffersAction} hidden={{ bulkActionId, held: 'offer' }} label="Offer all now">
              <SubmitButton look="secondary" pending="Offering…">
                Offer {formatCountOf(waiting, 'lead')} now
              </SubmitButton>
            </Form>
            <Form action={settleHeldOffersAction} hidden={{ bulkActionId, held: 'drop' }} label="Offer no more">
              <SubmitButton look="quiet" pending="Dropping…">
                Offer no more
              </SubmitButton>
            </Form>
          </div>
        ) : null}
      </Card>
      <LeadsWithReasons
        title="Waiting for their day"
        rows={held.waiting.map(({ lead, touchCount }) => ({
          lead,
          why: formatCountOf(touchCount, 'touch', 'touches'),
        }))}
        all={waiting}
      />
      <LeadsWithReasons title="Not offered" rows={held.dropped} all={dropped} />
    </>
  )
}
