import * as z from 'zod'
import { Channel, type Stage } from '@/prisma/generated/enums'

/**
 * The rules by which touches are counted. The numbers are assumptions until the company's own wins and losses say
 * otherwise: three to five touches turn a cold lead warm, five to fifteen bring it to the close.
 */
const countsWords = ['always', 'engaged', 'never'] as const
export type Counts = (typeof countsWords)[number]

/** Whether a touch of a channel counts, and how many of one channel, lead and day do (null: all). */
export type ChannelRule = { counts: Counts; dailyCap: number | null }

/** What the two thresholds may be, both ends included. */
export const warmBounds = { min: 3, max: 5 }
export const hotBounds = { min: 5, max: 15 }

export type ScoringPolicy = {
  /** Touches that make a lead warm, 3 to 5. */
  warmAt: number
  /** Touches that make a lead hot, 5 to 15, above warmAt. */
  hotAt: number
  /** Touches above which a lead is over-touched, at least hotAt. */
  closeBy: number
  /** Days of 24 hours after which a touch no longer counts; null: it always does. */
  windowDays: number | null
  /** Every channel has a rule. */
  channels: Record<Channel, ChannelRule>
}

const defaultChannelRule: ChannelRule = { counts: 'always', dailyCap: null }

const everyChannelByDefault = () =>
  Object.fromEntries(Object.values(Channel).map((channel) => [channel, defaultChannelRule])) as Record<
    Channel,
    ChannelRule
  >

export const defaultPolicy: ScoringPolicy = {
  warmAt: 3,
  hotAt: 5,
  closeBy: 15,
  windowDays: null,
  channels: everyChannelByDefault(),
}

const whole = (what: string, { min, max }: { min: number; max: number }) => {
  const sentence = `${what} is a whole number from ${min} to ${max}.`
  return z.number(sentence).int(sentence).min(min, sentence).max(max, sentence)
}

const channelRule = z.strictObject({
  counts: z.enum(countsWords, 'A touch counts "always", "engaged" or "never".').default('always'),
  dailyCap: whole('The daily cap', { min: 1, max: 1000 }).nullable().default(null),
})

/** A policy as it is saved. Fields that only describe a saved one (version, who, when, progress) are ignored. */
export const policyInput = z
  .strictObject({
    warmAt: whole('Warm', warmBounds).default(3),
    hotAt: whole('Hot', hotBounds).default(5),
    closeBy: whole('Close by', { min: 5, max: 1000 }).default(15),
    windowDays: whole('The window in days', { min: 1, max: 3650 }).nullable().default(null),
    channels: z
      .partialRecord(z.enum(Channel), channelRule)
      .default({})
      .transform((rules) => ({ ...everyChannelByDefault(), ...rules })),
  })
  .refine((policy) => policy.hotAt > policy.warmAt, { path: ['hotAt'], message: 'Hot must be above warm.' })
  .refine((policy) => policy.closeBy >= policy.hotAt, { path: ['closeBy'], message: 'Close by is at least hot.' })

/** COLD below warmAt, WARM below hotAt, HOT from hotAt. */
export function stageOf(touchCount: number, policy: Pick<ScoringPolicy, 'warmAt' | 'hotAt'>): Stage {
  if (touchCount >= policy.hotAt) return 'HOT'
  return touchCount >= policy.warmAt ? 'WARM' : 'COLD'
}

/** Above closeBy a lead is hot and over-touched. */
export const isOverTouched = (touchCount: number, policy: Pick<ScoringPolicy, 'closeBy'>) => touchCount > policy.closeBy

export const dayMs = 24 * 60 * 60 * 1000
