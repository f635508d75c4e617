import { Link } from '@/components/ui/link'
import { StageBadge } from '@/components/leads/stage-badge'
import { TouchMeter } from '@/components/leads/touch-meter'
import type { Actor } from '@/lib/access/actor'
import { listColleagues } from '@/lib/leads/lead-page'
import type { LeadShape } from '@/lib/leads/lead-shape'
import type { ScoringPolicy } from '@/lib/scoring/policy'

const shown = 4

/** A few others at the lead's company, the warmest first. */
export async function Colleagues({ actor, lead, policy }: { actor: Actor; lead: LeadShape; policy: ScoringPolicy }) {
  const { company } = lead
  const others = await listColleagues(actor, lead, shown + 1)
  if (!company || others.length === 0) return null
  return (
    <section aria-labelledby="others" className="mt-8">
      <h2 id="others" className="mb-3 truncate text-sm font-semibold">
        Others at {company.name}
      </h2>
      <ul className="flex flex-col gap-3.5">
        {others.slice(0, shown).map((other) => (
          <li key={other.id} className="min-w-0">
            <p className="mb-1 flex min-w-0 items-center justify-between gap-2 text-sm">
              <Link href={`/leads/${other.id}`} className="truncate hover:underline">
                {other.name}
              </Link>
              <StageBadge stage={other.stage} />
            </p>
            <TouchMeter
              ticks={other.ticks}
              touchCount={other.touchCount}
              warmAt={policy.warmAt}
              hotAt={policy.hotAt}
              closeBy={policy.closeBy}
            />
          </li>
        ))}
      </ul>
      {others.length > shown ? (
        <p className="mt-3 text-xs">
          <Link href={`/companies/${company.id}`} className="text-ink-soft underline underline-offset-2 hover:text-ink">
            All at {company.name}
          </Link>
        </p>
      ) : null}
    </section>
  )
}
