import { Button } from '@/components/ui/button'
import { PickBar } from '@/components/ui/pick'
import { bulkKinds, bulkKindWords } from '@/lib/bulk/words'
import { formatCount } from '@/lib/format/format-number'

/** What can be done with the ticked leads of a list. `written` are the filters of the list. */
export function LeadPickBar({
  total,
  isCapped,
  written,
}: {
  total: number
  isCapped: boolean
  written: Record<string, string>
}) {
  const label = `Choose all ${formatCount(total)}${isCapped ? '+' : ''} that match`
  const href = `/bulk/new?${new URLSearchParams({ all: '1', ...written })}`
  return (
    <PickBar action="/bulk/new" noun={{ one: 'lead', many: 'leads' }} all={{ label, href }}>
      {bulkKinds.slice(0, 3).map((kind, nth) => (
        <Button key={kind} type="submit" name="do" value={kind} look={nth === 0 ? 'primary' : 'secondary'} size="sm">
          {bulkKindWords[kind]}
        </Button>
      ))}
      <Button type="submit" size="sm" look="quiet">
        More…
      </Button>
    </PickBar>
  )
}
