import { notFound } from 'next/navigation'
import { MailBadge } from '@/components/mail/mail-badge'
import { MailSheet } from '@/components/mail/mail-sheet'
import { SettingsFrame } from '@/components/settings/settings-frame'
import { Form, SubmitButton } from '@/components/ui/form'
import { currentActor } from '@/lib/access/current-actor'
import { orNotFound, pathId } from '@/lib/access/or-not-found'
import { can } from '@/lib/access/permissions'
import { getMail } from '@/lib/mail/queries'
import { companySettings } from '@/lib/settings/queries'
import { resendMailAction } from '../actions'

export const metadata = { title: 'Mail' }

export default async function MailPage({ params }: PageProps<'/settings/mail/[id]'>) {
  const actor = await currentActor()
  if (!can(actor, 'mail.read')) notFound()
  const id = pathId((await params).id)
  const [mail, { timeZone }] = await Promise.all([orNotFound(getMail(actor, id)), companySettings()])
  const isToSend = mail.state === 'kept' || mail.state === 'failed'
  return (
    <SettingsFrame
      actor={actor}
      place="/settings/mail"
      subline={<MailBadge state={mail.state} />}
      actions={
        isToSend ? (
          <Form
            action={resendMailAction}
            hidden={{ mailId: mail.id }}
            doneHref={`/settings/mail/${mail.id}`}
            label="Send again"
            className="flex [&>[role=status]]:hidden"
          >
            <SubmitButton>Send again</SubmitButton>
          </Form>
        ) : undefined
      }
    >
      <MailSheet mail={mail} zone={timeZone} />
    </SettingsFrame>
  )
}
