import 'server-only'
import { command } from '@/lib/command'
import { standingSql } from '@/lib/scoring/count-sql'
import { savePolicyInput } from '@/lib/settings/input'
import { companySettings } from '@/lib/settings/queries'
import { Prisma } from '@/prisma/generated/client'
import type { Stage } from '@/prisma/generated/enums'

/** Leads that stand alike now and would stand alike under the other policy. */
type Move = { from: Stage; to: Stage; isOfferable: boolean; hasAutomaticOffer: boolean; leads: number }

const stages = ['COLD', 'WARM', 'HOT'] as const satisfies readonly Stage[]

/**
 * What another policy would do with the same history, without changing anything: every lead counted by it. `offers`
 * are the leads that would newly be warm on the Marketing desk and so be offered if it is saved with that tick;
 * `withdrawals` the automatic offers still waiting whose lead would be cold again.
 */
export const tryScoringPolicy = command(
  { ability: 'settings.edit', input: savePolicyInput },
  async ({ tx, input: { policy }, now }) => {
    const { timeZone } = await companySettings(tx)
    const moves = await tx.$queryRaw<Move[]>(Prisma.sql`
      with living_lead as (
        select s.lead_id, s.recycled_at, s.closed_at, s.stage, s.outcome, s.desk, s.do_not_contact
        from lead_state s join lead l on l.id = s.lead_id where l.deleted_at is null
      ),
      ${standingSql({ policy, timeZone, now, leads: Prisma.sql`living_lead` })}
      select a.stage as "from", standing.stage as "to",
        a.outcome = 'OPEN' and a.desk = 'MARKETING' and not a.do_not_contact as "isOfferable",
        a.desk = 'QUEUE' and exists (
          select 1 from handoff h where h.lead_id = a.lead_id and h.status = 'WAITING' and h.origin = 'automatic'
        ) as "hasAutomaticOffer",
        count(*)::int as leads
      from living_lead a join standing on standing.lead_id = a.lead_id
      group by 1, 2, 3, 4`)
    const count = (of: (move: Move) => boolean) => moves.reduce((sum, move) => sum + (of(move) ? move.leads : 0), 0)
    const rank = (stage: Stage) => stages.indexOf(stage)
    return {
      policy,
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
  },
)

export type PolicyTrial = Awaited<ReturnType<typeof tryScoringPolicy>>
