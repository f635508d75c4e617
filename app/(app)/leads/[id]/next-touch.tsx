import { NextTouchCard } from '@/components/leads/next-touch-card'
import type { Actor } from '@/lib/access/actor'
import type { LeadPage } from '@/lib/leads/lead-page'
import { findNextTouch } from '@/lib/next-touch/queries'

/** What leads like this one suggest to do next. Nothing where they suggest nothing. */
export async function NextTouch({
  actor,
  page: { lead, timeZone },
  hrefOf,
  now,
}: {
  actor: Actor
  page: LeadPage
  hrefOf: (channel: string) => string
  now: Date
}) {
  const found = await findNextTouch(actor, lead)
  return found ? <NextTouchCard found={found} hrefOf={hrefOf} timeZone={timeZone} now={now} /> : null
}
