import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { findReplay, type ReplayProgress } from '@/lib/replays/queries'
import { waitForReplay } from '@/lib/replays/wait-for-replay'
import type { Books } from '@/lib/reports/books'
import { type PeriodInput, settlePeriod } from '@/lib/reports/period'
import type { ScoringPolicy } from '@/lib/scoring/policy'
import { companySettings, currentPolicy } from '@/lib/settings/queries'

/** A policy that is tried: the ledger as it was known at one moment, replayed under the present policy and under this one. */
export type Trial = {
  policy: ScoringPolicy
  /** Those of the present policy. `present.at` is the moment; `present.period` the days whose offers are compared. */
  present: Pick<Books, 'period' | 'at' | 'policy' | 'timeZone'> & { replayId: string }
  proposedReplayId: string
}

type Asked = { policy: ScoringPolicy; period: Omit<PeriodInput, 'asOf'>; at: Date }

/** Either the trial, or how far its two replays are. */
export type TrialOrProgress = { trial: Trial; progress: null } | { trial: null; progress: ReplayProgress }

/**
 * The trial of a policy as of a moment. It is there once the ledger is replayed, which takes a large company a while: ask
 * again with the same moment. What is replayed is kept, also for another policy that is tried at that moment.
 *
 * Throws FORBIDDEN, and INVALID for a period that ends before it begins.
 */
export async function findTrial(actor: Actor, { policy, period, at }: Asked, now: Date): Promise<TrialOrProgress> {
  authorise(actor, 'settings.edit')
  const { timeZone } = await companySettings()
  const present = await currentPolicy()
  const settled = settlePeriod(period, timeZone, at)
  const replayed = await findReplay(actor, { asOf: at, rules: { policy: present, timeZone }, now })
  const proposed = await findReplay(actor, { asOf: at, rules: { policy, timeZone }, now })
  if (!replayed.isWhole || !proposed.isWhole)
    return {
      trial: null,
      progress: {
        id: proposed.id,
        leadsTotal: replayed.leadsTotal + proposed.leadsTotal,
        leadsDone: replayed.leadsDone + proposed.leadsDone,
        isWhole: false,
      },
    }
  const asItIs = { period: settled, at, replayId: replayed.id, policy: present, timeZone }
  return { trial: { policy, present: asItIs, proposedReplayId: proposed.id }, progress: null }
}

/** The same for who has no page that asks again. Throws CONFLICT when the replays take longer than a minute and a quarter. */
export const openTrial = (actor: Actor, asked: Asked, now: Date): Promise<Trial> =>
  waitForReplay(async () => {
    const { trial, progress } = await findTrial(actor, asked, now)
    return trial ? { found: trial, progress } : { found: null, progress }
  })
