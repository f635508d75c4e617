import type { CampaignShape } from '@/lib/campaigns/campaign-shape'
import { formatDay } from '@/lib/format/format-time'

const day = (iso: string) => formatDay(new Date(`${iso}T00:00:00Z`), 'UTC')

/** When a campaign runs, in words: "1 Nov 2026 to 30 Nov 2026", "since 1 Nov 2026", "always" without dates. */
export function campaignDays({ startsOn, endsOn }: Pick<CampaignShape, 'startsOn' | 'endsOn'>): string {
  if (startsOn && endsOn) return startsOn === endsOn ? day(startsOn) : `${day(startsOn)} to ${day(endsOn)}`
  if (startsOn) return `since ${day(startsOn)}`
  return endsOn ? `until ${day(endsOn)}` : 'always'
}

/** What each figure of a campaign counts; all are distinct leads. */
export const campaignFigures = {
  reach: 'leads with a touch of the campaign',
  engaged: 'of them, leads that responded to one',
  warmed: 'leads whose first warm milestone is a touch of the campaign',
  won: 'of the reached leads, those that are won, whatever else touched them',
} as const
