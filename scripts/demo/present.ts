import { db } from '@/lib/db'
import { isWorkingTime } from '@/lib/handoffs/business-clock'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { noticeBreaches } from '@/lib/handoffs/notice-breaches'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { wakeLeads } from '@/lib/leads/wake-leads'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { touchAll } from './campaigns'
import { planTasks } from './tasks'
import { day, demoHours, hour, minute, workedAgo } from './time'
import type { World } from './world'

/** How long each lead of the queue has waited, in minutes of working time; the promise is four hours. */
const waitingFor = [8, 21, 47, 75, 110, 150, 202, 228, 236, 265, 318, 12]

/** Leads that Sam and Sara took lately and have not touched yet, by the minutes of work since they did. */
const takenFor = [25, 96, 224, 281]

/** Repairs that Marketing has still to answer, by the hours of work since Sales sent them back. */
const sentBack = [
  { hoursAgo: 27, reason: 'wrong_person', note: 'She has moved on, ask for the new buyer' },
  { hoursAgo: 9.5, reason: 'bad_data', note: 'The number is of the front desk, they do not put through' },
  { hoursAgo: 4, reason: 'duplicate', note: 'Sara talks to the same company about the same lanes' },
  { hoursAgo: 1.2, reason: 'bad_data', note: 'The mail comes back' },
] as const

/** Leads that this morning's letter makes warm, and how many of them reach Sales a working day. */
const letter = { leads: 9, offersPerDay: 2, hoursAgo: 2.5 }

/** For so many days back breaches are noticed. */
const noticedDays = 14

/** The last hours up to now, the same whenever Baton is first started: leads that one more touch made warm. */
export async function fillPresent(world: World) {
  const { cast, now } = world
  const ago = (minutes: number) => new Date(workedAgo(now, minutes))
  const almostWarm = await db.leadState.findMany({
    where: {
      stage: 'COLD',
      outcome: 'OPEN',
      desk: 'MARKETING',
      touchCount: 2,
      doNotContact: false,
      lastTouchAt: { lt: ago(30 * 60) },
    },
    orderBy: [{ lastTouchAt: 'desc' }, { leadId: 'asc' }],
    take: waitingFor.length + takenFor.length + sentBack.length + letter.leads,
    select: { leadId: true },
  })
  let nth = 0
  const rise = async (minutesAgo: number) => {
    const leadId = almostWarm[nth]?.leadId
    if (!leadId) throw new Error('too few leads of the demo data are one touch from warm')
    const touched = { now: ago(minutesAgo) }
    const [channel, note] = nth % 2 ? ['web_form', 'Asked for pricing'] : ['webinar', 'Attended, asked a question']
    await logTouch(cast.mia, { leadId, channel, direction: 'inbound', note }, touched)
    if (nth++ % 4 === 1) {
      const again = { now: new Date(touched.now.getTime() + minute) }
      await logTouch(
        cast.mia,
        { leadId, channel: 'email', direction: 'inbound', note: 'Replied to the newsletter' },
        again,
      )
      await logTouch(cast.mia, { leadId, channel: 'content', engaged: true, note: 'Downloaded the lane guide' }, again)
    }
    return (await db.handoff.findFirstOrThrow({ where: { leadId, status: 'WAITING' }, select: { id: true } })).id
  }
  for (const { hoursAgo, ...why } of sentBack) {
    const handoffId = await rise(hoursAgo * 60 + 55)
    await returnHandoff(cast.sam, { handoffId, kind: 'repair', ...why }, { now: ago(hoursAgo * 60) })
  }
  for (const [taken, minutesAgo] of takenFor.entries()) {
    const handoffId = await rise(minutesAgo + 35)
    await acceptHandoff(taken % 2 ? cast.sara : cast.sam, { handoffId }, { now: ago(minutesAgo) })
  }
  for (const minutesAgo of waitingFor) await rise(minutesAgo)
  await noticeLateOnes(now)
  await wakeThoseDue(now)
  await planTasks(world)
  await touchAll(
    almostWarm.slice(-letter.leads).map(({ leadId }) => leadId),
    { kind: 'touch', channel: 'direct_mail', note: 'Rate card by post', offersPerDay: letter.offersPerDay },
    ago(letter.hoursAgo * 60).getTime(),
    world,
  )
}

/** What was promised and not kept in the last weeks, noticed every hour of them as the clock would have. */
async function noticeLateOnes(now: number) {
  const since = now - noticedDays * day
  await db.promiseClock.update({ where: { id: 1 }, data: { judgedUntil: new Date(since) } })
  for (let at = since; at <= now; at += hour)
    if (isWorkingTime(new Date(at), demoHours)) await noticeBreaches(new Date(at))
  await noticeBreaches(new Date(now))
}

/** Recycled leads whose day has come, each on its day. */
async function wakeThoseDue(now: number) {
  const days = await db.leadState.findMany({
    where: { wakeOn: { lte: new Date(now) } },
    distinct: ['wakeOn'],
    orderBy: { wakeOn: 'asc' },
    select: { wakeOn: true },
  })
  for (const { wakeOn } of days) if (wakeOn) await wakeLeads(wakeOn)
}
