import { Inbox } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PeriodBar } from '@/components/dashboard/period-bar'
import { BecameTable } from '@/components/handoffs/became-table'
import { Definition } from '@/components/ui/definition'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { hrefWith } from '@/components/ui/search-params'
import { Tabs } from '@/components/ui/tabs'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { todayIn } from '@/lib/calendar-day'
import { handoffOrigins, type HandoffOrigins, originLabels } from '@/lib/handoffs/origins'
import { type BecameOf, mostOrigins, whatBecameBy } from '@/lib/handoffs/what-became'
import { filterNames } from '@/lib/leads/filter-names'
import { idParam, periodParams } from '@/lib/page-params'
import { periodEdge } from '@/lib/period'
import { choosePeriod, daysInWords } from '@/lib/reports/presets'
import { companySettings } from '@/lib/settings/queries'

export const metadata: Metadata = { title: 'What became of handoffs' }

const firstPeriod = '90d'

/** The filters of the list of handoffs that name a row. */
const filtersOf: Record<HandoffOrigins, (row: BecameOf) => Record<string, string>> = {
  source: ({ of }): Record<string, string> => (of === null ? { noSource: 'yes' } : { source: of }),
  channel: ({ of }) => ({ channel: of ?? 'none' }),
  campaign: ({ of }) => ({ campaign: of ?? 'none' }),
}

export default async function WhatBecamePage({ params: path, searchParams }: PageProps<'/handoffs/by/[origin]'>) {
  const actor = await currentActor()
  const { origin } = await path
  const by = handoffOrigins.find((word) => word === origin)
  if (!by || !can(actor, 'handoff.answer')) notFound()
  const params = await searchParams
  const now = new Date()
  const { timeZone } = await companySettings()
  const marketer = idParam(params, 'marketer')
  const chosen = choosePeriod(periodParams(params), todayIn(timeZone, now), firstPeriod)
  const edge = (day: string | undefined) => (day ? periodEdge(day, timeZone) : null)
  const [rows, { owner: name }] = await Promise.all([
    whatBecameBy(actor, by, { marketer, offeredFrom: edge(chosen.from), offeredTo: edge(chosen.to) }, now),
    filterNames(actor, { owner: marketer }),
  ])
  const here = `/handoffs/by/${by}`
  const days = { offeredFrom: chosen.from ?? null, offeredTo: chosen.to ?? null }
  const whose = (id: string | null) => hrefWith(here, params, { marketer: id })
  return (
    <>
      <PageHeader
        title="What became of handoffs"
        subline={`Offered ${daysInWords(chosen)}${marketer ? `, handed over by ${marketer === actor.id ? 'you' : (name ?? 'nobody known')}` : ''}`}
      />
      <div className="flex flex-wrap gap-x-6 border-b border-line px-4 py-1.5 md:px-6" data-chrome>
        <Tabs
          label="By"
          tabs={handoffOrigins.map((word) => ({
            label: `By ${originLabels[word].one.toLowerCase()}`,
            href: hrefWith(`/handoffs/by/${word}`, params, {}),
            isActive: word === by,
          }))}
        />
        <Tabs
          label="Whose"
          tabs={[
            { label: 'Everybody’s', href: whose(null), isActive: !marketer },
            ...(marketer && marketer !== actor.id
              ? [{ label: `${name ?? 'Somebody'}’s`, href: whose(marketer), isActive: true }]
              : []),
            { label: 'Mine', href: whose(actor.id), isActive: marketer === actor.id },
          ]}
        />
      </div>
      <PeriodBar path={here} keep={{ marketer }} chosen={chosen} first={firstPeriod} />
      <BecameTable
        by={by}
        rows={rows}
        hrefOf={(row, filters) =>
          hrefWith(
            '/handoffs',
            {},
            { view: 'all', marketer: marketer ?? null, ...days, ...filtersOf[by](row), ...filters },
          )
        }
        empty={
          <EmptyState icon={<Inbox />} title="Nothing was offered in these days">
            Choose a longer period. Leads are offered by themselves when they turn warm, or by hand.
          </EmptyState>
        }
      />
      <div className="px-4 py-3 md:px-6">
        <Definition summary="How these are counted">
          Handoffs offered in the period, as they stand now. The percentage is the share of the answered offers
          (accepted, or returned without being accepted) that were accepted. Sent back counts every return, also of
          leads that a rep had accepted first. Won: the handoff ended with the win of its lead. The channel and the
          campaign are those of the last touch before the offer; of an offer by the rule it is the touch that made the
          lead warm. Handed over by a marketer: offered by them, or by the rule when they own the lead. At most{' '}
          {mostOrigins} rows, those with the most offers; deleted leads are left out.
        </Definition>
      </div>
    </>
  )
}
