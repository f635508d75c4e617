import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { CampaignLines } from '@/components/campaigns/campaign-lines'
import { CampaignTabs } from '@/components/campaigns/campaign-tabs'
import { MonthGrid } from '@/components/campaigns/month-grid'
import { TeamDot } from '@/components/leads/lead-badges'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { todayIn } from '@/lib/calendar-day'
import { calendarWeeks, daysShown, monthAfter, monthAsked, monthInWords, runsIn } from '@/lib/campaigns/calendar'
import { calendarCampaigns } from '@/lib/campaigns/calendar-campaigns'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { paramOf } from '@/lib/page-params'
import { companySettings } from '@/lib/settings/queries'

export const metadata: Metadata = { title: 'Campaign calendar' }

const here = '/campaigns/calendar'

export default async function CalendarPage({ searchParams }: PageProps<'/campaigns/calendar'>) {
  const actor = await currentActor()
  if (!can(actor, 'campaign.edit')) notFound()
  const params = await searchParams
  const { timeZone } = await companySettings()
  const today = todayIn(timeZone, new Date())
  const month = monthAsked(paramOf(params, 'month'), today)
  const { dated, undated, isCut } = await calendarCampaigns(actor, daysShown(month))
  const weeks = calendarWeeks(month, today, dated)
  const isFull = weeks.some(({ left }) => left > 0)
  const ofMonth = dated.filter((campaign) => runsIn(month, campaign))
  return (
    <>
      <PageHeader
        title={monthInWords(month)}
        subline={ofMonth.length > 0 ? `${formatCountOf(ofMonth.length, 'campaign')} running` : 'No campaign runs'}
        actions={<MonthSteps month={month} />}
      />
      <CampaignTabs active={here} />
      <PageBody>
        {isCut ? <Notice>There are more campaigns than fit here. The list has all of them.</Notice> : null}
        <MonthGrid weeks={weeks} moreHref="#of-the-month" />
        <p className="flex gap-4 text-xs text-ink-quiet max-md:hidden">
          <span className="inline-flex items-center gap-1.5">
            <TeamDot team="MARKETING" /> Channel of Marketing
          </span>
          <span className="inline-flex items-center gap-1.5">
            <TeamDot team="SALES" /> Channel of Sales
          </span>
        </p>
        <div id="of-the-month" className={isFull ? '' : 'md:hidden'}>
          <Card title={`Running in ${monthInWords(month)}`} aside={formatCount(ofMonth.length)} flush>
            {ofMonth.length > 0 ? (
              <CampaignLines campaigns={ofMonth} />
            ) : (
              <p className="px-4 pb-4 text-sm text-ink-quiet">No campaign runs in this month.</p>
            )}
          </Card>
        </div>
        {undated.length > 0 ? (
          <Card title="Without dates" aside={formatCount(undated.length)} flush>
            <CampaignLines campaigns={undated} />
          </Card>
        ) : null}
      </PageBody>
    </>
  )
}

/** The month before, this month, the month after. */
function MonthSteps({ month }: { month: string }) {
  const step = (months: number, label: string, icon: ReactNode) => {
    const other = monthAfter(month, months)
    return other ? (
      <LinkButton href={`${here}?month=${other}`} size="icon" aria-label={`${label}, ${monthInWords(other)}`}>
        {icon}
      </LinkButton>
    ) : null
  }
  return (
    <>
      {step(-1, 'Month before', <ChevronLeft className="size-4" aria-hidden="true" />)}
      <LinkButton href={here}>Today</LinkButton>
      {step(1, 'Month after', <ChevronRight className="size-4" aria-hidden="true" />)}
    </>
  )
}
