import { Scale, X } from 'lucide-react'
import type { Metadata } from 'next'
import { Link } from '@/components/ui/link'
import { notFound } from 'next/navigation'
import { CampaignDefinitions } from '@/components/campaigns/campaign-figures'
import { CampaignTabs } from '@/components/campaigns/campaign-tabs'
import { ComparisonTable } from '@/components/campaigns/comparison-table'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { compare, mostCompared } from '@/lib/campaigns/comparison'
import { campaignsOf } from '@/lib/campaigns/list-campaigns'
import { formatCountOf } from '@/lib/format/format-number'
import { idsParam } from '@/lib/page-params'
import { companySettings } from '@/lib/settings/queries'

export const metadata: Metadata = { title: 'Compare campaigns' }

const here = '/campaigns/compare'
const hrefOf = (ids: string[]) => `${here}?${ids.map((id) => `campaign=${id}`).join('&')}`

export default async function ComparePage({ searchParams }: PageProps<'/campaigns/compare'>) {
  const actor = await currentActor()
  if (!can(actor, 'campaign.edit')) notFound()
  const asked = idsParam(await searchParams, 'campaign')
  const [campaigns, { currency }] = await Promise.all([
    campaignsOf(actor, asked.slice(0, mostCompared)),
    companySettings(),
  ])
  const names = campaigns.map(({ name }) => name)
  const { did, shares, costs } = compare(campaigns, currency)
  const unknown = Math.min(asked.length, mostCompared) - campaigns.length
  const choose = (
    <LinkButton look="primary" href="/campaigns">
      Choose campaigns
    </LinkButton>
  )
  return (
    <>
      <PageHeader
        title="Compare campaigns"
        subline={campaigns.length > 0 ? `${formatCountOf(campaigns.length, 'campaign')} side by side` : undefined}
        actions={campaigns.length > 0 ? choose : null}
      />
      <CampaignTabs active={here} />
      <PageBody>
        {asked.length > mostCompared ? (
          <Notice>
            You chose {asked.length}. The first {mostCompared} stand here; more would not be read side by side.
          </Notice>
        ) : null}
        {unknown > 0 ? (
          <Notice kind="warn">{formatCountOf(unknown, 'campaign')} of this address could not be found.</Notice>
        ) : null}
        {campaigns.length === 0 ? (
          <EmptyState icon={<Scale />} title="Nothing to compare yet" action={choose}>
            Tick 2 to {mostCompared} campaigns in the list, then press Compare.
          </EmptyState>
        ) : (
          <>
            <ul aria-label="Compared" className="flex flex-wrap gap-2">
              {campaigns.map(({ id, name }) => (
                <li
                  key={id}
                  className="inline-flex max-w-full items-center rounded-full border border-line bg-surface pl-3 text-sm"
                >
                  <Link href={`/campaigns/${id}`} className="truncate font-medium underline-offset-2 hover:underline">
                    {name}
                  </Link>
                  <Link
                    href={hrefOf(campaigns.map((campaign) => campaign.id).filter((other) => other !== id))}
                    scroll={false}
                    aria-label={`Leave ${name} out`}
                    className="inline-flex size-8 shrink-0 items-center justify-center rounded-full text-ink-quiet hover:text-ink max-md:size-11"
                  >
                    <X className="size-3.5" aria-hidden="true" />
                  </Link>
                </li>
              ))}
            </ul>
            {campaigns.length === 1 ? <Notice>Choose one more to have something to compare with.</Notice> : null}
            <ComparisonTable title="What they did" rows={did} names={names} />
            <ComparisonTable title="Of the leads they reached" rows={shares} names={names} />
            <ComparisonTable title="What each lead cost" rows={costs} names={names} />
            <CampaignDefinitions> The cost of each is the whole budget by that figure.</CampaignDefinitions>
          </>
        )}
      </PageBody>
    </>
  )
}
