import type { CampaignShape } from '@/lib/campaigns/campaign-shape'
import { type Figure, figureDefinitions } from '@/lib/campaigns/figure'
import { formatDay } from '@/lib/format/format-time'

const day = (iso: string) => formatDay(new Date(`${iso}T00:00:00Z`), 'UTC')

/** When a campaign runs, in words: "1 Nov 2026 to 30 Nov 2026", "since 1 Nov 2026", "always" without dates. */
export function campaignDays({ startsOn, endsOn }: Pick<CampaignShape, 'startsOn' | 'endsOn'>): string {
  if (startsOn && endsOn) return startsOn === endsOn ? day(startsOn) : `${day(startsOn)} to ${day(endsOn)}`
  if (startsOn) return `since ${day(startsOn)}`
  return endsOn ? `until ${day(endsOn)}` : 'always'
}

/** What each figure of a campaign counts; all are distinct leads. */
export const campaignFigures = figureDefinitions('a touch of the campaign')

/** The same of a channel in a period. */
export const channelDefinitions = figureDefinitions('a touch of the period on the channel')

/** The list of exactly the leads of a figure. */
export const campaignLeadsHref = (campaignId: string, figure: Figure): string =>
  figure === 'reach' ? `/leads?campaign=${campaignId}` : `/leads?campaign=${campaignId}&campaignFigure=${figure}`
