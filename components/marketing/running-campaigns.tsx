import { Link } from '@/components/ui/link'
import type { CampaignShape } from '@/lib/campaigns/campaign-shape'
import { formatCount } from '@/lib/format/format-number'
import { channels } from '@/lib/touchpoints/channel'
import { Progress } from '../ui/progress'

/** The campaigns that run now; the bar is a campaign's reach beside that of the furthest reaching one. */
export function RunningCampaigns({ campaigns, shown }: { campaigns: CampaignShape[]; shown: number }) {
  const byReach = campaigns.toSorted((a, b) => b.reach - a.reach)
  const widest = byReach[0]?.reach ?? 0
  return (
    <section>
      <h2 className="mb-1.5 text-sm font-semibold">Running campaigns</h2>
      {campaigns.length === 0 ? (
        <p className="text-xs text-ink-quiet">
          No campaign runs now.{' '}
          <Link href="/campaigns?do=new" className="font-medium underline underline-offset-2 hover:text-ink">
            Start one
          </Link>
        </p>
      ) : (
        <ul>
          {byReach.slice(0, shown).map(({ id, name, channel, reach, warmed }) => (
            <li key={id} className="relative -mx-2 rounded-md px-2 py-2 focus-within:bg-hover hover:bg-hover">
              <div className="mb-1.5 flex items-baseline justify-between gap-3">
                <Link
                  href={`/campaigns/${id}`}
                  className="min-w-0 truncate text-sm font-medium after:absolute after:inset-0 after:rounded-md focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
                >
                  {name}
                </Link>
                <span className="shrink-0 text-xs text-ink-quiet">{channels[channel].label}</span>
              </div>
              <Progress label={`Reach of ${name}`} value={reach} max={widest} tone="marketing" />
              <p className="mt-1 text-xs text-ink-soft">
                {formatCount(reach)} reached · {formatCount(warmed)} became warm
              </p>
            </li>
          ))}
        </ul>
      )}
      {campaigns.length > shown ? (
        <Link
          href="/campaigns"
          className="text-xs font-medium text-ink-soft underline underline-offset-2 hover:text-ink"
        >
          All campaigns
        </Link>
      ) : null}
    </section>
  )
}
