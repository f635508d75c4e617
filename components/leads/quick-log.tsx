import { CalendarDays, Mail, Phone, Plus } from 'lucide-react'
import { LinkButton } from '../ui/button'

/** Logs a touch in one key: T any, C a call, M a meeting, E an email, each with its channel chosen beforehand. */
export function QuickLog({
  hrefOf,
  callChannel,
  emailChannel,
  isPrimary = false,
}: {
  /** The address of the form; with the channel. */
  hrefOf: (channel: string | null) => string
  callChannel: 'cold_call' | 'follow_up_call'
  emailChannel: 'email' | 'sales_email'
  isPrimary?: boolean
}) {
  return (
    <div className="flex flex-wrap gap-2 max-sm:grid max-sm:grid-cols-2">
      <LinkButton
        look={isPrimary ? 'primary' : 'secondary'}
        href={hrefOf(null)}
        scroll={false}
        icon={<Plus />}
        shortcut="T"
      >
        Log touch
      </LinkButton>
      <LinkButton href={hrefOf(callChannel)} scroll={false} icon={<Phone />} shortcut="C">
        Call
      </LinkButton>
      <LinkButton href={hrefOf('meeting')} scroll={false} icon={<CalendarDays />} shortcut="M">
        Meeting
      </LinkButton>
      <LinkButton href={hrefOf(emailChannel)} scroll={false} icon={<Mail />} shortcut="E">
        Email
      </LinkButton>
    </div>
  )
}
