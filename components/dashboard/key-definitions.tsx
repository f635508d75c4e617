import { Definition } from '@/components/ui/definition'

/** What the five key figures mean. */
export function KeyDefinitions({ comparedWith }: { comparedWith: string | null }) {
  return (
    <Definition summary="How the key figures are counted">
      <ul className="flex list-disc flex-col gap-1 pl-4">
        <li>
          Lead to win: of the leads created in the period, the share that is won by now, whenever that was.
          {comparedWith
            ? ` The change is in percentage points against ${comparedWith}. Younger leads have had less time to be won or to warm up.`
            : ''}
        </li>
        <li>
          Median days to warm: of those leads that became warm, from their creation to the touch that first made them
          warm.
        </li>
        <li>Median touches to win: counted touches of the won leads up to their win, recycling apart.</li>
        <li>
          Accepted in time: of the handoffs offered in the period that were answered or whose time ran out, the share
          accepted or returned within the promise.
        </li>
        <li>
          Handoffs accepted: of the handoffs offered in the period that were answered, the share that Sales accepted.
        </li>
      </ul>
    </Definition>
  )
}
