import { Check, CircleAlert, CircleSlash, LoaderCircle, SlidersHorizontal, Undo2 } from 'lucide-react'
import { Badge, type Tone } from '@/components/ui/badge'
import { dryRunWords, statusWords } from '@/lib/imports/words-for-people'
import type { ImportStatus } from '@/prisma/generated/enums'

const LOOKS: Record<ImportStatus, { tone: Tone; Icon: typeof Check }> = {
  uploaded: { tone: 'warm', Icon: SlidersHorizontal },
  running: { tone: 'cold', Icon: LoaderCircle },
  done: { tone: 'good', Icon: Check },
  failed: { tone: 'danger', Icon: CircleAlert },
  reverted: { tone: 'neutral', Icon: Undo2 },
  cancelled: { tone: 'neutral', Icon: CircleSlash },
}

/** How far an import is, with icon and word. */
export function ImportBadge({ status, isDryRun = false }: { status: ImportStatus; isDryRun?: boolean }) {
  const { tone, Icon } = LOOKS[status]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {isDryRun ? dryRunWords[status] : statusWords[status]}
    </Badge>
  )
}
