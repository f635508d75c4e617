import type { Actor } from '@/lib/access/actor'
import type { Channel } from '@/prisma/generated/enums'
import type { Chance } from './chance'

export type Cast = Record<'mia' | 'sam' | 'sara' | 'max', Actor>

export type DemoCampaign = {
  id: string
  name: string
  channel: Channel
  startsAt: number
  endsAt: number
  /** The share of the leads that Marketing is warming that a wave goes to. */
  reaches: number
  /** How likely a lead of middling interest is to respond to a wave. */
  moves: number
}

/** What happens to a lead next: a command or a few, at a past time. */
export type Step = (lead: DemoLead, at: number, world: World) => Promise<void>

/** A lead as its story goes; what is true of it is in the database. */
export type DemoLead = {
  /** Empty until it is created. */
  id: string
  nth: number
  chance: Chance
  /** From 0, never buys, to 1. */
  interest: number
  /** As many touches as Marketing gives it while it is cold. */
  patience: number
  desk: 'NOWHERE' | 'MARKETING' | 'QUEUE' | 'SALES' | 'CLOSED'
  touches: number
  salesTouches: number
  lastTouchAt: number
  /** No campaign touches it before. */
  asleepUntil: number
  isDoNotContact: boolean
  rep: Actor | null
  handoffId: string | null
  plan: { at: number; step: Step }[]
}

export type World = {
  cast: Cast
  now: number
  /** From then on nothing becomes warm by chance: what waits now is put into the queue at the end. */
  quietFrom: number
  /** Since then Sara helps a customer at the port and hardly gets to her leads: why fewer are won this quarter. */
  saraIsAwayFrom: number
}

export function plan(lead: DemoLead, at: number, step: Step) {
  lead.plan.push({ at, step })
  lead.plan.sort((a, b) => a.at - b.at)
}

/** The touch that makes a lead warm, by the policy that Baton begins with. */
export const warmAt = 3

/** Whether Marketing may still warm it up by a campaign. */
export const isWarming = (lead: DemoLead, at: number) =>
  lead.desk === 'MARKETING' && lead.touches < Math.min(lead.patience, warmAt) && lead.asleepUntil <= at
