import { paceInWords } from '@/components/bulk/pace-in-words'
import { Notice } from '@/components/ui/notice'
import { Stat, StatRow } from '@/components/ui/stat'
import type { TouchPreview } from '@/lib/bulk/preview-touch'
import { formatCount } from '@/lib/format/format-number'

/** What a bulk touch will do, before anything happens. */
export function TouchPreviewFigures({ preview, timeZone }: { preview: TouchPreview; timeZone: string }) {
  const left = [
    preview.alreadyTouched > 0 ? `${formatCount(preview.alreadyTouched)} have it already` : '',
    preview.suppressed > 0 ? `${formatCount(preview.suppressed)} do-not-contact` : '',
  ].filter(Boolean)
  return (
    <>
      <StatRow>
        <Stat label="Chosen" value={formatCount(preview.matched)} footnote={preview.matched === 1 ? 'lead' : 'leads'} />
        <Stat label="Get the touch" value={formatCount(preview.new)} footnote={left.join(', ') || 'all of them'} />
        <Stat
          label="Become warm"
          value={formatCount(preview.willBecomeWarm)}
          footnote={`${formatCount(preview.willBeOffered)} of them go to Sales`}
        />
        <Stat label="Become hot" value={formatCount(preview.willBecomeHot)} footnote="warm before" />
      </StatRow>
      {preview.pace && preview.willBeOffered > 0 ? (
        <Notice title={paceInWords(preview.pace, new Date(), timeZone)}>
          Those with the most touches go first. Until its day a lead stays with Marketing, and anybody can offer it by
          hand.
        </Notice>
      ) : null}
    </>
  )
}
