import { Plus, Upload, Users } from 'lucide-react'
import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { AttendeeForm } from '@/components/campaigns/attendee-form'
import { CampaignFigures } from '@/components/campaigns/campaign-figures'
import { CampaignRatings } from '@/components/campaigns/campaign-ratings'
import { DayStrip } from '@/components/campaigns/day-strip'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { hrefWith } from '@/components/ui/search-params'
import { currentActor } from '@/lib/access/current-actor'
import { orNotFound, pathId } from '@/lib/access/or-not-found'
import { can } from '@/lib/access/permissions'
import type { CampaignShape } from '@/lib/campaigns/campaign-shape'
import { campaignDays } from '@/lib/campaigns/campaign-words'
import { dayBars } from '@/lib/campaigns/day-bars'
import { getCampaign } from '@/lib/campaigns/queries'
import { campaignRatings } from '@/lib/campaigns/ratings'
import { touchesByDay } from '@/lib/campaigns/touches-by-day'
import { formatCountOf, formatMoney } from '@/lib/format/format-number'
import { readRefusal, refusalCookie } from '@/lib/imports/upload-refusal'
import { paramOf } from '@/lib/page-params'
import { companySettings, currentPolicy } from '@/lib/settings/queries'
import { channels } from '@/lib/touchpoints/channel'
import { LeadsOf } from '../../leads/leads-of'
import { CampaignTouchDialog } from '../touch-dialog'

export const metadata: Metadata = { title: 'Campaign' }

export default async function CampaignPage({ params: path, searchParams }: PageProps<'/campaigns/[id]'>) {
  const actor = await currentActor()
  if (!can(actor, 'campaign.edit')) notFound()
  const id = pathId((await path).id)
  const params = await searchParams
  const here = `/campaigns/${id}`
  const campaign = await orNotFound(getCampaign(actor, id))
  const [{ timeZone, currency }, { warmAt, hotAt, closeBy }] = await Promise.all([companySettings(), currentPolicy()])
  const [days, ratings] = await Promise.all([touchesByDay(actor, id, timeZone), campaignRatings(actor, id)])
  return (
    <>
      <PageHeader
        title={campaign.name}
        subline={subline(campaign, currency)}
        actions={
          <>
            <LinkButton href={hrefWith(here, params, { do: 'attendees' })} scroll={false} icon={<Upload />}>
              Attendee list
            </LinkButton>
            {campaign.reach > 0 ? (
              <LinkButton href={hrefWith('/bulk/new', {}, { do: 'touch', all: 1, campaign: id, for: id })}>
                Touch all again
              </LinkButton>
            ) : null}
            <LinkButton
              look="primary"
              href={hrefWith(here, params, { do: 'touch' })}
              scroll={false}
              icon={<Plus />}
              shortcut="T"
            >
              Log touch
            </LinkButton>
          </>
        }
      />
      <PageBody>
        <CampaignFigures campaign={campaign} currency={currency} />
        <CampaignRatings ratings={ratings} warmed={campaign.warmed} />
        <Card title="By day" aside={formatCountOf(campaign.touches, 'touch', 'touches')}>
          <DayStrip bars={dayBars(days)} />
        </Card>
      </PageBody>
      <LeadsOf
        actor={actor}
        filters={{ campaign: id }}
        path={here}
        params={params}
        title="Leads it touched"
        caption={`Leads touched by ${campaign.name}`}
        total={campaign.reach}
        empty={
          <EmptyState icon={<Users />} title="No lead is touched yet">
            Log a touch for this campaign, or import its touches with the campaign’s name.
          </EmptyState>
        }
      />
      {paramOf(params, 'do') === 'attendees' ? (
        <Dialog
          title="Attendee list"
          subline="A CSV or Excel file of those who came"
          closeHref={hrefWith(here, params, { do: null })}
        >
          <AttendeeForm campaign={id} error={readRefusal((await cookies()).get(refusalCookie)?.value)?.message} />
        </Dialog>
      ) : null}
      {paramOf(params, 'do') === 'touch' ? (
        <CampaignTouchDialog
          actor={actor}
          path={here}
          params={params}
          campaign={id}
          policy={{ warmAt, hotAt, closeBy }}
          timeZone={timeZone}
        />
      ) : null}
    </>
  )
}

function subline(campaign: CampaignShape, currency: string): string {
  const { channel, budget } = campaign
  const money = budget === null ? '' : `budget ${formatMoney(budget, campaign.currency ?? currency)}`
  return [channels[channel].label, campaignDays(campaign), money].filter(Boolean).join(' · ')
}
