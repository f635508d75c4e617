import { ChoicesForm } from '@/components/notifications/choices-form'
import { SettingsFrame } from '@/components/settings/settings-frame'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { hasSmtp } from '@/lib/mail/smtp'
import { notificationChoices } from '@/lib/notifications/choices'
import { clockOf } from '@/lib/settings/promise-fields'
import { companySettings } from '@/lib/settings/queries'
import { chooseNotificationsAction } from './actions'

export const metadata = { title: 'Your notifications' }

export default async function NotificationChoicesPage() {
  const actor = await currentActor()
  const [choices, { digestAtMinute }] = await Promise.all([notificationChoices(actor), companySettings()])
  return (
    <SettingsFrame actor={actor} place="/settings/notifications" subline="What you are told, and by which way">
      <ChoicesForm
        action={chooseNotificationsAction}
        choices={choices}
        digestAt={clockOf(digestAtMinute)}
        sendsMails={hasSmtp()}
        readsMails={can(actor, 'mail.read')}
      />
    </SettingsFrame>
  )
}
