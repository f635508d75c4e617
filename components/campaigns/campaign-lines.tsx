import { Link } from '@/components/ui/link'
import type { CalendarCampaign } from '@/lib/campaigns/calendar-campaigns'
import { campaignDays } from '@/lib/campaigns/campaign-words'
import { channels } from '@/lib/touchpoints/channel'
import { TeamDot } from '../leads/lead-badges'

/** Campaigns as lines: name, channel, when each runs. */
export function CampaignLines({ campaigns }: { campaigns: CalendarCampaign[] }) {
  return (
    <ul className="divide-y divide-line">
      {campaigns.map((campaign) => (
        <li
          key={campaign.id}
          className="relative flex flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-2.5 text-sm focus-within:bg-hover hover:bg-hover md:px-5"
        >
          <Link
            href={`/campaigns/${campaign.id}`}
            className="min-w-0 truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
          >
            {campaign.name}
          </Link>
          <span className="inline-flex items-center gap-1.5 text-xs text-ink-soft">
            <TeamDot team={channels[campaign.channel].team === 'marketing' ? 'MARKETING' : 'SALES'} />
            {channels[campaign.channel].label}
          </span>
          <span className="text-xs text-ink-quiet max-md:basis-full md:ml-auto">{campaignDays(campaign)}</span>
        </li>
      ))}
    </ul>
  )
}
