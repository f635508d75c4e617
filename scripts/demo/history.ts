import { chanceFrom } from './chance'
import { runWave, type Wave } from './campaigns'
import { arrive, arriveAtSales } from './marketing'
import { atWork, day, hour } from './time'
import { type DemoLead, plan, type World } from './world'

/** Leads that go on at the same time: each has a chance of its own, so their order changes nothing. */
const atOnce = 6

/** Some give nothing back whatever Marketing does; the others are touched until they are warm. */
const patienceOf = (chance: DemoLead['chance']) =>
  chance.happens(0.44) ? (chance.one([0, 1, 1, 2, 2, 2, 2]) ?? 0) : Infinity

/** Leads that come over two years: lately more of them than in the beginning, and better ones. */
export function unbornLeads(count: number, seed: number, { now }: World): DemoLead[] {
  return Array.from({ length: count }, (_, nth) => {
    const chance = chanceFrom(seed + nth * 7919)
    const ageShare = chance.number() ** 1.3
    const age = ageShare * 715 * day
    const comesAt = Math.min(atWork(now - age, chance), now - 2 * hour)
    const isSalesOwn = chance.happens(0.07)
    const lead: DemoLead = {
      id: '',
      nth,
      chance,
      interest: isSalesOwn ? chance.number() * 0.6 : chance.number() ** (0.7 + 0.7 * ageShare),
      patience: patienceOf(chance),
      desk: 'NOWHERE',
      touches: 0,
      salesTouches: 0,
      lastTouchAt: comesAt,
      asleepUntil: 0,
      isDoNotContact: false,
      rep: null,
      handoffId: null,
      plan: [],
    }
    plan(lead, comesAt, isSalesOwn ? arriveAtSales : arrive)
    return lead
  })
}

/** Lets everything happen in the order of time: what is planned for each lead, and the waves of the campaigns between. */
export async function live(leads: DemoLead[], waves: Wave[], world: World): Promise<void> {
  for (const wave of waves) {
    await liveUntil(wave.at, leads, world)
    await runWave(wave, leads, world)
  }
  await liveUntil(world.now, leads, world)
}

async function liveUntil(time: number, leads: DemoLead[], world: World) {
  const isDue = (lead: DemoLead) => (lead.plan[0]?.at ?? Infinity) < time
  const due = leads.filter(isDue)
  const worker = async () => {
    for (let lead = due.pop(); lead; lead = due.pop()) {
      while (isDue(lead)) {
        const next = lead.plan.shift()
        if (next) await next.step(lead, next.at, world)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
