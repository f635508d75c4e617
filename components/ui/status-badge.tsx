import { Check, CircleAlert, CircleSlash, LoaderCircle, SlidersHorizontal, Undo2 } from 'lucide-react'
import { Badge, type Tone } from '@/components/ui/badge'
import type { BulkStatus, ImportStatus } from '@/prisma/generated/enums'

const LOOKS: Record<ImportStatus | BulkStatus, { tone: Tone; Icon: typeof Check }> = {
  uploaded: { tone: 'warm', Icon: SlidersHorizontal },
  running: { tone: 'cold', Icon: LoaderCircle },
  reverting: { tone: 'cold', Icon: LoaderCircle },
  undoing: { tone: 'cold', Icon: LoaderCircle },
  done: { tone: 'good', Icon: Check },
  failed: { tone: 'danger', Icon: CircleAlert },
  cancelled: { tone: 'neutral', Icon: CircleSlash },
  reverted: { tone: 'neutral', Icon: Undo2 },
  undone: { tone: 'neutral', Icon: Undo2 },
}

/** How far work in the background is, with icon and word. */
export function StatusBadge({ status, children }: { status: ImportStatus | BulkStatus; children: string }) {
  const { tone, Icon } = LOOKS[status]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {children}
    </Badge>
  )
}
