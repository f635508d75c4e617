import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { DomainError } from '@/lib/errors'
import { type HandoffNews, handoffNews } from '@/lib/handoffs/handoff-news'
import { getHandoff } from '@/lib/handoffs/queries'

type NewsOf = { news: HandoffNews; leadId: string }

/** How the handoff with this id stands for the actor; null without an id, or when it does not exist for them. */
export async function newsOf(
  actor: Actor,
  handoffId: string | undefined,
  now: Date,
  timeZone: string,
): Promise<NewsOf | null> {
  if (!handoffId) return null
  try {
    const handoff = await getHandoff(actor, handoffId, now)
    return { news: handoffNews(handoff, actor.id, now, timeZone), leadId: handoff.leadId }
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FOUND') return null
    throw error
  }
}
