import type { Actor } from '@/lib/access/actor'
import { logTouch } from '@/lib/touchpoints/log-touch'
import type { Channel } from '@/prisma/generated/enums'
import { answerOffer } from './sales'
import { minute, hour, whenAtWork } from './time'
import { touchNotes } from './words'
import { type DemoLead, plan, warmAt, type World } from './world'

/** Logs one touch of a lead, with a note more often than not. */
export async function touch(
  lead: DemoLead,
  at: number,
  world: World,
  by: Actor,
  {
    channel,
    ...more
  }: { channel: Channel; direction?: 'inbound'; engaged?: boolean; campaignId?: string; note?: string },
) {
  const note = lead.chance.happens(0.85) ? { note: lead.chance.one(touchNotes[channel] ?? ['Touched']) } : {}
  await logTouch(by, { leadId: lead.id, channel, ...note, ...more }, { now: new Date(at) })
  wasTouched(lead, at, world)
}

/** Lets follow what follows from a touch: at the third the lead is offered, and Sales will answer. */
export function wasTouched(lead: DemoLead, at: number, world: World) {
  lead.touches++
  lead.lastTouchAt = at
  if (lead.desk !== 'MARKETING' || lead.touches !== warmAt || lead.isDoNotContact) return
  lead.desk = 'QUEUE'
  planAnswer(lead, at, world)
}

/** Sales answers an offer mostly within hours, sometimes days later; all older ones have been answered by now. */
export function planAnswer(lead: DemoLead, offeredAt: number, world: World) {
  const { chance } = lead
  const delay = chance.happens(0.92) ? chance.whole(6, 110) * minute : chance.whole(5, 50) * hour
  const latest = Math.max(offeredAt + 8 * minute, world.now - chance.whole(30, 400) * minute)
  plan(lead, Math.min(whenAtWork(offeredAt + delay, chance), latest), answerOffer)
}
