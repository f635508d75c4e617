import 'server-only'
import { db, type Tx } from '@/lib/db'
import type { Trial } from '@/lib/trials/find-trial'
import { Prisma } from '@/prisma/generated/client'
import type { Stage } from '@/prisma/generated/enums'

/** Leads that stand alike now and would stand alike under the other policy. */
type Move = { from: Stage; to: Stage; isOfferable: boolean; hasAutomaticOffer: boolean; leads: number }

const stages = ['COLD', 'WARM', 'HOT'] as const satisfies readonly Stage[]

/** What happens at once if the policy is saved. */
export type MovesAtOnce = {
  leads: number
  stages: { stage: Stage; now: number; then: number }[]
  rising: number
  falling: number
  /** Leads that would newly be warm on the Marketing desk, and so be offered if it is saved with that tick. */
  offers: number
  /** Automatic offers still waiting whose lead would be cold again. */
  withdrawals: number
}

/** The leads as they stand now beside where the other policy puts them. */
export async function readMoves({ proposedReplayId }: Trial, tx: Tx = db): Promise<MovesAtOnce> {
  const moves = await tx.$queryRaw<Move[]>(Prisma.sql`
    select s.stage as "from", r.stage as "to",
      s.outcome = 'OPEN' and s.desk = 'MARKETING' and not s.do_not_contact as "isOfferable",
      s.desk = 'QUEUE' and exists (
        select from handoff h where h.lead_id = s.lead_id and h.status = 'WAITING' and h.origin = 'automatic'
      ) as "hasAutomaticOffer",
      count(*)::int as leads
    from replayed_lead r join lead_state s on s.lead_id = r.lead_id
    where r.replay_id = ${proposedReplayId}::uuid and s.deleted_at is null
    group by 1, 2, 3, 4`)
  const count = (of: (move: Move) => boolean) => moves.reduce((sum, move) => sum + (of(move) ? move.leads : 0), 0)
  const rank = (stage: Stage) => stages.indexOf(stage)
  return {
    leads: count(() => true),
    stages: stages.map((stage) => ({
      stage,
      now: count(({ from }) => from === stage),
      then: count(({ to }) => to === stage),
    })),
    rising: count(({ from, to }) => rank(to) > rank(from)),
    falling: count(({ from, to }) => rank(to) < rank(from)),
    offers: count(({ from, to, isOfferable }) => from === 'COLD' && to !== 'COLD' && isOfferable),
    withdrawals: count(({ from, to, hasAutomaticOffer }) => from !== 'COLD' && to === 'COLD' && hasAutomaticOffer),
  }
}
