import { Link } from '@/components/ui/link'
import type { Duplicate } from '@/lib/duplicates/list-duplicates'
import { evidences } from '@/lib/duplicates/evidence'
import type { FormAction } from '@/lib/forms/form-state'
import type { LeadShape } from '@/lib/leads/lead-shape'
import type { ScoringPolicy } from '@/lib/scoring/policy'
import { StageBadge } from '../leads/stage-badge'
import { TouchMeter } from '../leads/touch-meter'
import { Badge } from '../ui/badge'
import { LinkButton } from '../ui/button'
import { DateTime } from '../ui/date-time'
import { Form, SubmitButton } from '../ui/form'

type Telling = { policy: ScoringPolicy; timeZone: string; now: Date }

/** Pairs of leads that may be one, each with why and both leads side by side. `dismiss` is for those who may merge. */
export function DuplicateList({ pairs, dismiss, ...telling }: Telling & { pairs: Duplicate[]; dismiss?: FormAction }) {
  return (
    <ul className="flex flex-col gap-3 px-4 py-4 md:px-6 md:py-5">
      {pairs.map((pair) => (
        <Pair key={pair.id} pair={pair} dismiss={dismiss} telling={telling} />
      ))}
    </ul>
  )
}

function Pair({
  pair: { leads, evidence },
  dismiss,
  telling,
}: {
  pair: Duplicate
  dismiss?: FormAction
  telling: Telling
}) {
  const [one, other] = leads
  const names = `${one.name} and ${other.name}`
  return (
    <li className="rounded-lg border border-line bg-surface">
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2.5">
        <p className="flex min-w-0 flex-1 flex-wrap gap-1.5">
          {evidence.map((word) => (
            <Badge key={word}>{evidences[word].words}</Badge>
          ))}
        </p>
        {dismiss ? (
          <div className="flex gap-2 max-md:w-full max-md:*:flex-1">
            <Form
              action={dismiss}
              hidden={{ leadId: one.id, otherId: other.id }}
              doneHref="/duplicates"
              label={`${names} are not the same`}
              className="contents"
            >
              <SubmitButton look="quiet" size="sm">
                Not the same
              </SubmitButton>
            </Form>
            <LinkButton size="sm" href={`/duplicates/${one.id}/${other.id}`} aria-label={`Compare ${names}`}>
              Compare
            </LinkButton>
          </div>
        ) : null}
      </div>
      <div className="grid divide-line max-sm:divide-y sm:grid-cols-2 sm:divide-x">
        {leads.map((lead) => (
          <LeadSide key={lead.id} lead={lead} telling={telling} />
        ))}
      </div>
    </li>
  )
}

function LeadSide({ lead, telling: { policy, timeZone, now } }: { lead: LeadShape; telling: Telling }) {
  const about = [lead.title, lead.company?.name].filter(Boolean).join(', ')
  const reach = [lead.email, lead.phone, lead.externalId].filter(Boolean).join(' · ')
  return (
    <div className="min-w-0 px-4 py-3">
      <p className="flex min-w-0 items-center justify-between gap-2 text-sm">
        <Link href={`/leads/${lead.id}`} className="truncate font-medium hover:underline">
          {lead.name}
        </Link>
        <StageBadge stage={lead.stage} />
      </p>
      <p className="truncate text-sm text-ink-soft">{about || 'No company'}</p>
      <p className="truncate text-xs text-ink-quiet">{reach || 'No address, phone or external id'}</p>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <TouchMeter
          ticks={lead.ticks}
          touchCount={lead.touchCount}
          warmAt={policy.warmAt}
          hotAt={policy.hotAt}
          closeBy={policy.closeBy}
        />
        <span className="text-xs text-ink-quiet">
          Created <DateTime at={lead.createdAt} zone={timeZone} now={now} as="day" />
        </span>
      </div>
    </div>
  )
}
