import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { rateHandoff } from '@/lib/handoffs/rate-handoff'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { closeLead } from '@/lib/leads/close-lead'
import { planRepair } from './marketing'
import { atWork, day, hour, minute, whenAtWork } from './time'
import { touch } from './touch'
import { excuses, returns } from './words'
import { type DemoLead, plan, type Step } from './world'

/** A rep accepts the lead, or sends it back. One that Marketing has repaired goes to the same rep and is mostly taken. */
export const answerOffer: Step = async (lead, at, { cast }) => {
  const { chance } = lead
  const isAgain = lead.handoffId !== null
  const { id } = await db.handoff.findFirstOrThrow({
    where: { leadId: lead.id, status: 'WAITING' },
    select: { id: true },
  })
  lead.handoffId = id
  lead.rep ??= chance.happens(0.55) ? cast.sam : cast.sara
  if (chance.happens(isAgain ? 0.08 : 0.19)) {
    const [kind] = chance.happens(0.38)
      ? (['repair'] as const)
      : chance.happens(0.76)
        ? (['recycle'] as const)
        : (['disqualify'] as const)
    return sendBack(lead, at, kind)
  }
  await acceptHandoff(lead.rep, { handoffId: id }, { now: new Date(at) })
  const quality = lead.interest > 0.55 ? 'good' : lead.interest > 0.25 ? 'fair' : 'poor'
  // By the lead itself and not by chance, so that what comes after is drawn as ever.
  if ((lead.interest * 1000) % 5 > 2)
    await rateHandoff(lead.rep, { handoffId: id, quality }, { now: new Date(at + 5 * minute) })
  lead.desk = 'SALES'
  const delay = chance.happens(0.9) ? chance.whole(8, 220) * minute : chance.whole(5, 30) * hour
  plan(lead, whenAtWork(at + delay, chance), work)
}

async function sendBack(lead: DemoLead, at: number, kind: keyof typeof returns) {
  const { chance } = lead
  const asleepUntil = kind === 'recycle' ? at + chance.whole(20, 110) * day : lead.asleepUntil
  const wakeOn =
    kind === 'recycle' && chance.happens(0.6) ? { wakeOn: new Date(asleepUntil).toISOString().slice(0, 10) } : {}
  await returnHandoff(
    lead.rep ?? neverWithoutRep(),
    { handoffId: lead.handoffId, kind, ...chance.one<{ reason: string; note?: string }>(returns[kind]), ...wakeOn },
    { now: new Date(at) },
  )
  lead.desk = kind === 'disqualify' ? 'CLOSED' : 'MARKETING'
  lead.asleepUntil = asleepUntil
  if (kind === 'repair') planRepair(lead, at)
  if (kind !== 'recycle') return
  Object.assign(lead, { touches: 0, salesTouches: 0, rep: null, handoffId: null })
  lead.patience = chance.happens(0.7) ? Infinity : chance.whole(0, 2)
}

const neverWithoutRep = (): never => {
  throw new Error('a lead of the demo data has no rep')
}

const opening = ['cold_call', 'introduction', 'sales_email', 'follow_up_call'] as const
const middle = ['meeting', 'demo', 'follow_up_call', 'sales_email', 'meeting'] as const
const closing = ['proposal', 'meeting', 'follow_up_call', 'demo', 'proposal'] as const

/** How likely the lead is won after its so many-th touch, at middling interest. */
const winsAt = [0, 0.01, 0.01, 0.01, 0.02, 0.07, 0.12, 0.16, 0.17, 0.15, 0.12, 0.1, 0.08, 0.06, 0.05, 0.04]

/** One touch by the rep, if they get to it, and what comes of it: won, lost, not now, or the next touch some days later. */
export const work: Step = async (lead, at, world) => {
  if (lead.desk !== 'SALES') return
  const { chance } = lead
  const rep = lead.rep ?? neverWithoutRep()
  const isBusy = rep === world.cast.sara && at >= world.saraIsAwayFrom
  if (isBusy && chance.happens(0.9)) return plan(lead, atWork(at + chance.whole(6, 20) * day, chance), work)
  const channels = [opening, middle, middle][lead.salesTouches] ?? closing
  await touch(lead, at, world, rep, {
    channel: chance.one(channels),
    engaged: chance.happens(0.35 + 0.4 * lead.interest),
    ...(isBusy ? { note: chance.one(excuses) } : {}),
  })
  lead.salesTouches++
  const soon = whenAtWork(at + chance.whole(1, 50) * hour, chance)
  const wins = (winsAt[lead.touches] ?? 0.03) * (0.15 + 1.2 * lead.interest)
  if (chance.happens(wins)) return plan(lead, soon, win)
  const loses = lead.touches > 14 ? 0.55 : lead.touches > 11 ? 0.22 : 0.08 - 0.05 * lead.interest
  if (chance.happens(loses)) return plan(lead, soon, lose)
  if (lead.handoffId && chance.happens(0.04)) return plan(lead, soon, recycle)
  plan(lead, atWork(at + chance.whole(4, 17) * day, chance), work)
}

const recycle: Step = (lead, at) => sendBack(lead, at, 'recycle')

const win: Step = async (lead, at) => {
  lead.desk = 'CLOSED'
  const value = lead.chance.whole(6, 140) * 1000
  await closeLead(lead.rep ?? neverWithoutRep(), { leadId: lead.id, outcome: 'won', value }, { now: new Date(at) })
}

const lose: Step = async (lead, at) => {
  lead.desk = 'CLOSED'
  const reason = lead.chance.one([
    'no_fit',
    'no_budget',
    'competitor',
    'competitor',
    'no_decision',
    'unreachable',
  ] as const)
  await closeLead(lead.rep ?? neverWithoutRep(), { leadId: lead.id, outcome: 'lost', reason }, { now: new Date(at) })
}
