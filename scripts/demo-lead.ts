import type { Actor } from '@/lib/access/actor'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { logTouch } from '@/lib/touchpoints/log-touch'
import type { Channel, HandoffStatus } from '@/prisma/generated/enums'
import type { Chance } from './demo-chance'
import { companyKinds, companyNames, firstNames, lastNames, sources, tags, titles, touchNotes } from './demo-words'

export type DemoCast = Record<'mia' | 'sam' | 'sara' | 'max', Actor>
export type DemoCampaign = { id: string; channel: Channel; startsAt: number }
type DemoWorld = { cast: DemoCast; campaigns: DemoCampaign[]; now: number; offered: WaitingHandoff }

/** The open handoff of a lead, if there is one. */
type WaitingHandoff = (leadId: string) => Promise<{ id: string; status: HandoffStatus } | null>

const hour = 3_600_000
const day = 24 * hour
const salesSteps = [
  'cold_call',
  'follow_up_call',
  'meeting',
  'sales_email',
  'demo',
  'proposal',
  'introduction',
] as const
const marketingSteps = [
  'email',
  'email',
  'content',
  'social_media',
  'networking',
  'web_form',
  'advertising',
  'referral',
] as const

/** The same day or the next working day, within working hours. */
function atWork(time: number, chance: Chance): number {
  const date = new Date(time)
  const weekday = date.getUTCDay()
  if (weekday === 6) date.setUTCDate(date.getUTCDate() + 2)
  if (weekday === 0) date.setUTCDate(date.getUTCDate() + 1)
  date.setUTCHours(chance.whole(8, 16), chance.whole(0, 59), chance.whole(0, 59), 0)
  return date.getTime()
}

function leadFacts(nth: number, chance: Chance) {
  const [firstName, lastName] = [chance.one(firstNames), chance.one(lastNames)]
  const company = `${companyNames[Math.floor(chance.number() ** 1.4 * companyNames.length)]} ${chance.one(companyKinds)}`
  const domain = `${company.toLowerCase().replace(/[^a-z]+/g, '-')}.example`
  const local = `${firstName}.${lastName}`
    .normalize('NFD')
    .replace(/[^a-zA-Z.]/g, '')
    .toLowerCase()
  return {
    firstName,
    lastName,
    email: `${local}${nth}@${domain}`,
    title: chance.one(titles),
    company: { name: company, domain },
    source: chance.one(sources),
    ...(chance.happens(0.6)
      ? { phone: `+46 90 ${chance.whole(100, 999)} ${chance.whole(10, 99)} ${chance.whole(10, 99)}` }
      : {}),
    ...(chance.happens(0.7) ? { value: chance.whole(4, 120) * 1000, currency: 'EUR' } : {}),
    ...(chance.happens(0.3) ? { tags: [chance.one(tags)] } : {}),
  }
}

/** One lead's life up to now: made, warmed up, taken or returned, worked, closed or still open. */
export async function liveLead(nth: number, chance: Chance, world: DemoWorld): Promise<void> {
  const { cast, now } = world
  const age = chance.number() ** 1.3 * 360 * day
  let clock = atWork(now - age, chance)
  if (clock > now) clock = now - 2 * hour
  const lead = await createLead(cast.mia, leadFacts(nth, chance), { now: new Date(clock) })
  const eagerness = chance.number()
  for (let touch = 0; touch < 8 && chance.happens(0.5 + eagerness * 0.42); touch++) {
    const next = touch === 0 ? clock + chance.number() * 2 * day : atWork(clock + chance.whole(2, 16) * day, chance)
    if (next > now) return
    clock = next
    await marketingTouch(lead.id, clock, chance, world)
    const offered = await world.offered(lead.id)
    if (!offered) continue
    const answered = clock + (chance.happens(0.78) ? chance.whole(6, 200) * 60_000 : chance.whole(5, 60) * hour)
    if (answered > now) return
    return workLead(lead.id, offered.id, answered, chance, world, eagerness)
  }
  if (clock < now - 150 * day && chance.happens(0.25))
    await closeLead(
      cast.max,
      { leadId: lead.id, outcome: 'lost', reason: chance.one(['unreachable', 'no_fit']) },
      { now: new Date(clock + 60 * day) },
    )
}

async function marketingTouch(leadId: string, clock: number, chance: Chance, { cast, campaigns }: DemoWorld) {
  const running = campaigns.filter(({ startsAt }) => startsAt <= clock && clock < startsAt + 75 * day)
  const campaign = running.length > 0 && chance.happens(0.65) ? chance.one(running) : undefined
  const channel = campaign?.channel ?? chance.one(marketingSteps)
  const isInbound = channel === 'web_form' || channel === 'referral' || chance.happens(0.12)
  await log(cast.mia, leadId, channel, clock, chance, {
    ...(campaign ? { campaignId: campaign.id } : {}),
    ...(isInbound ? { direction: 'inbound' } : { engaged: chance.happens(0.35) }),
  })
}

async function log(actor: Actor, leadId: string, channel: Channel, clock: number, chance: Chance, more: object) {
  const note = chance.happens(0.85) ? { note: chance.one(touchNotes[channel] ?? ['Touched']) } : {}
  await logTouch(actor, { leadId, channel, ...note, ...more }, { now: new Date(clock) })
}

async function workLead(
  leadId: string,
  handoffId: string,
  answered: number,
  chance: Chance,
  world: DemoWorld,
  eagerness: number,
) {
  const { cast, now } = world
  const rep = chance.happens(0.55) ? cast.sam : cast.sara
  if (chance.happens(0.17)) return sendBack(rep, handoffId, answered, chance)
  await acceptHandoff(rep, { handoffId }, { now: new Date(answered) })
  let clock = answered + chance.whole(10, 300) * 60_000
  for (let touch = 0; touch < 10; touch++) {
    if (clock > now) return
    const bySales = chance.happens(0.8)
    if (bySales) await log(rep, leadId, chance.one(salesSteps), clock, chance, { engaged: chance.happens(0.6) })
    else await marketingTouch(leadId, clock, chance, world)
    const closing = clock + chance.whole(1, 50) * hour
    if (closing > now) return
    const options = { now: new Date(closing) }
    const chanceToWin = [0.02, 0.06, 0.13, 0.17, 0.12, 0.1, 0.08, 0.06, 0.05, 0.05][touch] ?? 0.05
    if (chance.happens(chanceToWin * (0.6 + eagerness))) {
      await closeLead(rep, { leadId, outcome: 'won', value: chance.whole(6, 140) * 1000 }, options)
      return
    }
    if (chance.happens(0.085)) {
      const reason = chance.one(['no_fit', 'no_budget', 'competitor', 'no_decision', 'unreachable'])
      await closeLead(rep, { leadId, outcome: 'lost', reason }, options)
      return
    }
    clock = atWork(clock + chance.whole(2, 14) * day, chance)
  }
}

const returns = [
  { kind: 'repair', reason: 'wrong_person', note: 'Ask for the buyer instead' },
  { kind: 'repair', reason: 'bad_data', note: 'The phone number is of another company' },
  { kind: 'recycle', reason: 'no_budget', note: 'No budget until spring' },
  { kind: 'recycle', reason: 'not_now', note: 'Still comparing, send the case study' },
  { kind: 'disqualify', reason: 'no_fit' },
] as const

async function sendBack(rep: Actor, handoffId: string, answered: number, chance: Chance) {
  await returnHandoff(rep, { handoffId, ...chance.one(returns) }, { now: new Date(answered) })
}
