import { notFound, redirect } from 'next/navigation'
import { Replaying } from '@/components/dashboard/replaying'
import { PeriodBar } from '@/components/dashboard/period-bar'
import { PolicyForm } from '@/components/settings/policy-form'
import { PolicyTrial } from '@/components/settings/policy-trial'
import { PolicyVersions } from '@/components/settings/policy-versions'
import { RecountProgress } from '@/components/settings/recount-progress'
import { SettingsFrame } from '@/components/settings/settings-frame'
import { ComparedCard, TrialWeeks, WinsCard } from '@/components/trials/trial-cards'
import { PageBody } from '@/components/ui/page-header'
import { hrefWith } from '@/components/ui/search-params'
import type { Actor } from '@/lib/access/actor'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { formatMoment } from '@/lib/format/format-time'
import type { ScoringPolicy } from '@/lib/scoring/policy'
import { policyChanges } from '@/lib/settings/policy-words'
import { companySettings, listPolicyVersions, scoringSettings } from '@/lib/settings/queries'
import { type AskedTrial, momentOf, readAskedTrial } from '@/lib/trials/asked-trial'
import { trialOf } from '@/lib/trials/queries'
import { proposePolicyAction, savePolicyAction } from './actions'

export const metadata = { title: 'Scoring' }

const here = '/settings/scoring'
const shownVersions = 8

export default async function ScoringSettingsPage({ searchParams }: PageProps<'/settings/scoring'>) {
  const actor = await currentActor()
  if (!can(actor, 'settings.edit')) notFound()
  const [params, now] = [await searchParams, new Date()]
  const [current, versions, { timeZone }, asked] = await Promise.all([
    scoringSettings(actor),
    listPolicyVersions(actor, shownVersions + 1),
    companySettings(),
    readAskedTrial(actor, params, now),
  ])
  // The moment belongs to the address, so that the replay is found again by who looks again.
  if (asked && !momentOf(params, now)) redirect(hrefWith(here, params, { at: asked.at.toISOString() }))
  const { progress } = current
  return (
    <SettingsFrame actor={actor} place={here} subline="What makes a lead warm and hot" flush>
      {asked ? (
        <PeriodBar
          path={here}
          first="12m"
          chosen={asked.chosen}
          keep={{ ...asked.proposal, at: asked.at.toISOString() }}
        />
      ) : null}
      <PageBody>
        {asked ? <Trial actor={actor} asked={asked} current={current} /> : null}
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="flex min-w-0 flex-col gap-4 max-lg:contents lg:order-last">
            {progress.done ? null : <RecountProgress counted={progress.counted} total={progress.total} />}
            <div className="max-lg:order-last">
              <PolicyVersions
                versions={versions.slice(0, shownVersions).map(({ policy, ...saved }, index) => {
                  const before = versions[index + 1]
                  return {
                    ...saved,
                    version: policy.version,
                    changes: before ? policyChanges(before.policy, policy) : [],
                  }
                })}
                zone={timeZone}
                now={now}
              />
            </div>
          </div>
          <PolicyForm
            key={JSON.stringify(asked?.policy ?? current.version)}
            action={proposePolicyAction}
            policy={asked?.policy ?? current}
            triedAt={asked?.at ?? null}
          />
        </div>
      </PageBody>
    </SettingsFrame>
  )
}

/** What the policy that is proposed would do, and would have done. */
async function Trial({ actor, asked, current }: { actor: Actor; asked: AskedTrial; current: ScoringPolicy }) {
  if (!asked.trial)
    return (
      <Replaying {...asked.progress}>
        Every lead is counted again by the present policy and by this one. That takes up to a minute for a million
        leads; whoever looks at this trial again has it at once.
      </Replaying>
    )
  const { moves, report } = await trialOf(actor, asked.trial)
  const { proposal, at, chosen, timeZone } = asked
  const { preset, from = null, through = null } = chosen
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4 lg:order-last">
          <PolicyTrial
            action={savePolicyAction}
            policy={asked.policy}
            changes={policyChanges(current, asked.policy)}
            trial={moves}
            backHref={here}
          />
          <WinsCard wins={report.wins} />
        </div>
        <ComparedCard report={report} moment={formatMoment(at, timeZone)} />
      </div>
      <TrialWeeks
        report={report}
        csvHref={(name) =>
          hrefWith(`${here}/${name}.csv`, proposal, {
            at: at.toISOString(),
            ...(preset ? { period: preset } : { from, through }),
          })
        }
      />
    </>
  )
}
