import { redirect } from 'next/navigation'
import { PasswordCard } from '@/components/people/password-card'
import { SessionsCard } from '@/components/people/sessions-card'
import { SettingsFrame } from '@/components/settings/settings-frame'
import { ROLE_WORDS } from '@/components/shell/person-menu'
import { currentActor, currentSession } from '@/lib/access/current-actor'
import { deviceOf } from '@/lib/access/device'
import { listOwnSessions } from '@/lib/access/sessions'
import { companySettings } from '@/lib/settings/queries'
import { changePasswordAction, endOtherSessionsAction, endSessionAction } from './actions'

export const metadata = { title: 'Your account' }

export default async function AccountPage() {
  const actor = await currentActor()
  const now = new Date()
  const [session, sessions, { timeZone }] = await Promise.all([
    currentSession(),
    listOwnSessions(actor, now),
    companySettings(),
  ])
  if (!session) redirect('/sign-in')
  const places = sessions.map(({ id, createdAt, userAgent }) => ({
    id,
    since: createdAt,
    device: deviceOf(userAgent),
    isThis: id === session.id,
  }))
  return (
    <SettingsFrame
      actor={actor}
      place="/settings/account"
      subline={`${actor.name} · ${actor.email} · ${ROLE_WORDS[actor.role]}`}
    >
      <PasswordCard action={changePasswordAction} email={actor.email} />
      <SessionsCard
        sessions={places}
        zone={timeZone}
        now={now}
        endSession={endSessionAction}
        endOthers={endOtherSessionsAction}
      />
    </SettingsFrame>
  )
}
