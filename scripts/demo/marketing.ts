import { answerRepair } from '@/lib/handoffs/answer-repair'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { markDoNotContact } from '@/lib/leads/mark-do-not-contact'
import { leadFacts } from './lead-facts'
import { work } from './sales'
import { atWork, day, hour, whenAtWork } from './time'
import { planAnswer, touch } from './touch'
import { disputes, fixes } from './words'
import { type DemoCampaign, type DemoLead, plan, type Step, warmAt } from './world'

const firstTouches = {
  'Trade fair': { channel: 'networking', engaged: true },
  Newsletter: { channel: 'content', direction: 'inbound' },
  Website: { channel: 'web_form', direction: 'inbound' },
  Partner: { channel: 'referral', direction: 'inbound' },
  Outbound: { channel: 'email' },
  Referral: { channel: 'referral', direction: 'inbound' },
} as const

/** Marketing hears of a lead, in some cases by its first touch. */
export const arrive: Step = async (lead, at, { cast }) => {
  const { chance } = lead
  const facts = leadFacts(lead.nth, chance)
  lead.id = (await createLead(cast.mia, facts, { now: new Date(at) })).id
  lead.desk = 'MARKETING'
  const { channel, ...more } = firstTouches[facts.source]
  if (lead.patience > 0 && chance.happens(0.5))
    plan(lead, at + chance.whole(3, 90) * 60_000, async (_, then, world) =>
      touch(lead, then, world, world.cast.mia, { channel, ...more }),
    )
  plan(lead, atWork(at + chance.whole(70, 150) * day, chance), giveUp)
}

/** A rep finds a lead alone and calls it cold. */
export const arriveAtSales: Step = async (lead, at, { cast }) => {
  const { chance } = lead
  lead.rep = chance.happens(0.5) ? cast.sam : cast.sara
  const facts = { ...leadFacts(lead.nth, chance), source: 'Outbound' }
  lead.id = (await createLead(lead.rep, facts, { now: new Date(at) })).id
  lead.desk = 'SALES'
  plan(lead, at + chance.whole(5, 60) * 60_000, work)
}

/** A lead answers to a campaign; a few want to be left alone. */
export const respondTo =
  ({ id: campaignId, channel }: DemoCampaign): Step =>
  async (lead, at, world) => {
    const isCold = lead.desk === 'MARKETING' && lead.touches < warmAt
    const isRisingNow = isCold && lead.touches === warmAt - 1 && at > world.quietFrom
    if (lead.desk === 'CLOSED' || lead.isDoNotContact || isRisingNow || (isCold && lead.touches >= lead.patience))
      return
    if (isCold && lead.chance.happens(0.035)) {
      lead.isDoNotContact = true
      await markDoNotContact(world.cast.mia, { leadId: lead.id, doNotContact: true }, { now: new Date(at) })
      return
    }
    const back = channel === 'advertising' || channel === 'brand_awareness' ? 'web_form' : channel
    await touch(lead, at, world, world.cast.mia, { channel: back, direction: 'inbound', campaignId })
  }

/** Cold leads that nobody could reach for months are closed by the manager. */
const giveUp: Step = async (lead, at, { cast }) => {
  if (lead.desk === 'CLOSED') return
  const { chance } = lead
  const isStale = lead.desk === 'MARKETING' && at > Math.max(lead.lastTouchAt, lead.asleepUntil) + 55 * day
  if (!isStale || !chance.happens(0.85)) return plan(lead, atWork(at + 40 * day, chance), giveUp)
  const reason = chance.one(['unreachable', 'unreachable', 'no_fit'] as const)
  lead.desk = 'CLOSED'
  await closeLead(cast.max, { leadId: lead.id, outcome: 'lost', reason }, { now: new Date(at) })
}

/** Marketing answers a repair: fixed, and Sales has it again; or disputed, and it may be offered once more. */
export const repair: Step = async (lead, at, world) => {
  const { chance, handoffId } = lead
  const isFixed = chance.happens(0.8)
  const answer = isFixed
    ? { answer: 'fixed', note: chance.one(fixes) }
    : { answer: 'disputed', note: chance.one(disputes) }
  await answerRepair(world.cast.mia, { handoffId, ...answer }, { now: new Date(at) })
  if (isFixed) return waitAgain(lead, at, world)
  if (chance.happens(0.5)) plan(lead, atWork(at + chance.whole(1, 3) * day, chance), offerAgain)
}

const offerAgain: Step = async (lead, at, world) => {
  if (lead.desk !== 'MARKETING' || lead.isDoNotContact || at > world.quietFrom) return
  const note = 'They confirmed it themselves, please look once more'
  await offerLead(world.cast.mia, { leadId: lead.id, note }, { now: new Date(at) })
  await waitAgain(lead, at, world)
}

const waitAgain: Step = async (lead, at, world) => {
  lead.desk = 'QUEUE'
  planAnswer(lead, at, world)
}

/** Marketing keeps its promise of eight hours, mostly. */
export function planRepair(lead: DemoLead, returnedAt: number) {
  const { chance } = lead
  const hours = chance.happens(0.85) ? chance.whole(1, 7) : chance.whole(9, 60)
  plan(lead, whenAtWork(returnedAt + hours * hour, chance), repair)
}
