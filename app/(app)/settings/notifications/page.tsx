import { WeeklyForm } from '@/components/mail/weekly-form'
import { ChoicesForm } from '@/components/notifications/choices-form'
import { SettingsFrame } from '@/components/settings/settings-frame'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { getsWeeklyReport } from '@/lib/mail/queries'
import { hasSmtp } from '@/lib/mail/smtp'
import { notificationChoices } from '@/lib/notifications/choices'
import { clockOf } from '@/lib/settings/promise-fields'
import { companySettings } from '@/lib/settings/queries'
import { chooseNotificationsAction, chooseWeeklyReportAction } from './actions'

export const metadata = { title: 'Your notifications' }

export default async function NotificationChoicesPage() {
  const actor = await currentActor()
  const [choices, { digestAtMinute }, isWeekly] = await Promise.all([
    notificationChoices(actor),
    companySettings(),
    can(actor, 'report.read') ? getsWeeklyReport(actor) : null,
  ])
  return (
    <SettingsFrame actor={actor} place="/settings/notifications" subline="What you are told, and by which way">
      <ChoicesForm
        action={chooseNotificationsAction}
        choices={choices}
        digestAt={clockOf(digestAtMinute)}
        sendsMails={hasSmtp()}
        readsMails={can(actor, 'mail.read')}
      />
      {isWeekly === null ? null : (
        <WeeklyForm action={chooseWeeklyReportAction} isWanted={isWeekly} at={clockOf(digestAtMinute)} />
      )}
    </SettingsFrame>
  )
}
