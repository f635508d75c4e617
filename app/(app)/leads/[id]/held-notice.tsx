import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Actor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { findHolding } from '@/lib/bulk/held-offers'
import type { LeadShape } from '@/lib/leads/lead-shape'

/** Says that the lead's offer to Sales waits for its day, and why. */
export async function HeldNotice({ actor, lead }: { actor: Actor; lead: LeadShape }) {
  if (!can(actor, 'bulk.run') || lead.desk !== 'MARKETING') return null
  const holding = await findHolding(actor, lead.id)
  if (!holding) return null
  return (
    <Notice
      title="Its offer to Sales waits for its day."
      action={
        <LinkButton look="secondary" size="sm" href={`/bulk/${holding.bulkActionId}`}>
          See the pace
        </LinkButton>
      }
    >
      {holding.campaign ?? 'A bulk action'} offers{' '}
      {holding.perDay ? `${holding.perDay} leads a working day` : 'its leads now'}.
    </Notice>
  )
}
