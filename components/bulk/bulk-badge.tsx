import { Check, CircleAlert, CircleSlash, LoaderCircle, Undo2 } from 'lucide-react'
import { Badge, type Tone } from '@/components/ui/badge'
import { bulkStatusWords } from '@/lib/bulk/words'
import type { BulkStatus } from '@/prisma/generated/enums'

const LOOKS: Record<BulkStatus, { tone: Tone; Icon: typeof Check }> = {
  running: { tone: 'cold', Icon: LoaderCircle },
  done: { tone: 'good', Icon: Check },
  failed: { tone: 'danger', Icon: CircleAlert },
  cancelled: { tone: 'neutral', Icon: CircleSlash },
  undoing: { tone: 'cold', Icon: LoaderCircle },
  undone: { tone: 'neutral', Icon: Undo2 },
}

/** How far a bulk action is, with icon and word. */
export function BulkBadge({ status }: { status: BulkStatus }) {
  const { tone, Icon } = LOOKS[status]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {bulkStatusWords[status]}
    </Badge>
  )
}
