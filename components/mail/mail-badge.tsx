import { Archive, Check, CircleAlert, CircleSlash, Clock } from 'lucide-react'
import { mailStateWords } from '@/lib/mail/mail-words'
import type { MailState } from '@/prisma/generated/enums'
import { Badge, type Tone } from '../ui/badge'

const looks: Record<MailState, { tone: Tone; Icon: typeof Check }> = {
  waiting: { tone: 'cold', Icon: Clock },
  kept: { tone: 'neutral', Icon: Archive },
  sent: { tone: 'good', Icon: Check },
  failed: { tone: 'danger', Icon: CircleAlert },
  dropped: { tone: 'neutral', Icon: CircleSlash },
}

/** How a mail stands. */
export function MailBadge({ state }: { state: MailState }) {
  const { tone, Icon } = looks[state]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {mailStateWords[state]}
    </Badge>
  )
}
