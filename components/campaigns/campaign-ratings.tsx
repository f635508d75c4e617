import { Card } from '@/components/ui/card'
import { formatCount, formatCountOf, formatPercent } from '@/lib/format/format-number'
import { qualities, qualityWords } from '@/lib/handoffs/quality'
import type { LeadQuality } from '@/prisma/generated/enums'

/** What Sales says of the leads that the campaign made warm; nothing while it has said nothing. */
export function CampaignRatings({ ratings, warmed }: { ratings: Record<LeadQuality, number>; warmed: number }) {
  const rated = qualities.reduce((sum, quality) => sum + ratings[quality], 0)
  if (rated === 0) return null
  return (
    <Card title="What Sales says" aside={`${formatCount(rated)} of ${formatCountOf(warmed, 'lead')} made warm`}>
      <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
        {qualities.map((quality) => (
          <div key={quality} className="flex items-baseline gap-2">
            <dt className="text-ink-soft">{qualityWords[quality]}</dt>
            <dd className="font-semibold tabular-nums">{formatCount(ratings[quality])}</dd>
            <dd className="text-xs text-ink-quiet">{formatPercent(ratings[quality] / rated)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
