import type { Actor } from '@/lib/access/actor'
import { createCampaign } from '@/lib/campaigns/create-campaign'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { answerRepair } from '@/lib/handoffs/answer-repair'
import type { HandoffShape } from '@/lib/handoffs/handoff-shape'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { addDemoPeople } from './demo-people'
import { chanceFrom } from './demo-chance'
import { type DemoCampaign, type DemoCast, liveLead } from './demo-lead'
import { campaigns } from './demo-words'

/**
 * The demo data: a year of a company that sells freight software, made up by us, drawn from a seed and written by the
 * same commands that people use, with past dates.
 */
const leadCount = 420
const atOnce = 6
const seed = 20261123
const hour = 3_600_000
const month = 30 * 24 * hour
/** How long each lead of the queue has waited; the promise is four hours. */
const minutesWaiting = [8, 21, 47, 75, 110, 150, 202, 228, 236, 265, 318, 12]

async function person(email: string): Promise<Actor> {
  return db.person.findUniqueOrThrow({ where: { email }, select: { id: true, name: true, email: true, role: true } })
}

async function addCampaigns(mia: Actor, now: number): Promise<DemoCampaign[]> {
  const added: DemoCampaign[] = []
  for (const [name, channel, monthsAgo, budget] of campaigns) {
    const startsAt = now - (monthsAgo + 0.6) * month
    const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)
    const { id } = await createCampaign(
      mia,
      { name, channel, budget, startsOn: dayOf(startsAt), endsOn: dayOf(startsAt + 75 * 24 * hour) },
      { now: new Date(startsAt) },
    )
    added.push({ id, channel, startsAt })
  }
  return added
}

/** Marketing has answered the older repairs; the latest still wait for it. */
async function answerOldRepairs({ mia, sam }: DemoCast, now: number) {
  const repairs = await db.handoff.findMany({
    where: { returnKind: 'repair', answer: null },
    orderBy: { returnedAt: 'asc' },
  })
  for (const [nth, { id, returnedAt }] of repairs.slice(0, -4).entries()) {
    const answeredAt = new Date(Math.min(now, (returnedAt?.getTime() ?? now) + (nth + 2) * hour))
    const answer =
      nth % 4 === 3 ? { answer: 'disputed', note: 'The number is right, I called it.' } : { answer: 'fixed' }
    const { id: handoffId, status } = (await answerRepair(
      mia,
      { handoffId: id, ...answer },
      { now: answeredAt },
    )) as HandoffShape
    if (status === 'WAITING') await acceptHandoff(sam, { handoffId }, { now: new Date(answeredAt.getTime() + hour) })
  }
}

/** This morning's offers: leads that one more touch made warm, some of them waiting for longer than promised. */
async function fillQueue(mia: Actor, now: number) {
  const almostWarm = await db.leadState.findMany({
    where: {
      stage: 'COLD',
      outcome: 'OPEN',
      desk: 'MARKETING',
      touchCount: 2,
      lastTouchAt: { lt: new Date(now - 6 * hour) },
    },
    orderBy: [{ lastTouchAt: 'desc' }, { leadId: 'asc' }],
    take: minutesWaiting.length,
  })
  for (const [nth, { leadId }] of almostWarm.entries()) {
    const touched = { now: new Date(now - (minutesWaiting[nth] ?? 0) * 60_000) }
    const channel = nth % 2 ? 'web_form' : 'webinar'
    await logTouch(
      mia,
      { leadId, channel, direction: 'inbound', note: nth % 2 ? 'Asked for pricing' : 'Attended, asked a question' },
      touched,
    )
    if (nth % 4 === 1) {
      const again = { now: new Date(touched.now.getTime() + 60_000) }
      await logTouch(mia, { leadId, channel: 'email', direction: 'inbound', note: 'Replied to the newsletter' }, again)
      await logTouch(mia, { leadId, channel: 'content', engaged: true, note: 'Downloaded the lane guide' }, again)
    }
  }
}

await db.$transaction(addDemoPeople)
const cast: DemoCast = {
  mia: await person('mia@baton.example'),
  sam: await person('sam@baton.example'),
  sara: await person('sara@baton.example'),
  max: await person('max@baton.example'),
}
const now = Date.now()
const world = {
  cast,
  now,
  campaigns: await addCampaigns(cast.mia, now),
  offered: (leadId: string) =>
    db.handoff.findFirst({
      where: { leadId, status: { in: ['WAITING', 'ACCEPTED'] } },
      select: { id: true, status: true },
    }),
}
let next = 0
const worker = async () => {
  while (next < leadCount) {
    const nth = next++
    await liveLead(nth, chanceFrom(seed + nth * 7919), world)
  }
}
await Promise.all(Array.from({ length: atOnce }, worker))
await answerOldRepairs(cast, now)
await fillQueue(cast.mia, now)
await db.settings.update({ where: { id: 1 }, data: { companyName: 'Lanewise', timeZone: 'Europe/Stockholm' } })
await db.$disconnect()
