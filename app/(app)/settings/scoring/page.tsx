import { notFound } from 'next/navigation'
import { PolicyForm } from '@/components/settings/policy-form'
import { PolicyTrial } from '@/components/settings/policy-trial'
import { PolicyVersions } from '@/components/settings/policy-versions'
import { RecountProgress } from '@/components/settings/recount-progress'
import { SettingsFrame } from '@/components/settings/settings-frame'
import { PageBody } from '@/components/ui/page-header'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { policyChanges } from '@/lib/settings/policy-words'
import { proposedPolicy } from '@/lib/settings/proposal'
import { companySettings, listPolicyVersions, scoringSettings } from '@/lib/settings/queries'
import { tryScoringPolicy } from '@/lib/settings/try-scoring-policy'
import { proposePolicyAction, savePolicyAction } from './actions'

export const metadata = { title: 'Scoring' }

const here = '/settings/scoring'
const shownVersions = 8

export default async function ScoringSettingsPage({ searchParams }: PageProps<'/settings/scoring'>) {
  const actor = await currentActor()
  if (!can(actor, 'settings.edit')) notFound()
  const [params, current, versions, { timeZone }] = await Promise.all([
    searchParams,
    scoringSettings(actor),
    listPolicyVersions(actor, shownVersions + 1),
    companySettings(),
  ])
  const proposed = proposedPolicy(params, current)
  const trial = proposed && (await tryScoringPolicy(actor, proposed))
  const { progress } = current
  return (
    <SettingsFrame actor={actor} place={here} subline="What makes a lead warm and hot" flush>
      <PageBody>
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="flex min-w-0 flex-col gap-4 max-lg:contents lg:order-last">
            {progress.done ? null : <RecountProgress counted={progress.counted} total={progress.total} />}
            {proposed && trial ? (
              <PolicyTrial
                action={savePolicyAction}
                policy={proposed}
                changes={policyChanges(current, proposed)}
                trial={trial}
                backHref={here}
              />
            ) : null}
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
                now={new Date()}
              />
            </div>
          </div>
          <PolicyForm
            key={JSON.stringify(proposed ?? current.version)}
            action={proposePolicyAction}
            policy={proposed ?? current}
            isProposed={proposed !== null}
          />
        </div>
      </PageBody>
    </SettingsFrame>
  )
}
