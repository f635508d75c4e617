import { redirect } from 'next/navigation'
import { AbsencesCard } from '@/components/people/absences-card'
import { PasswordCard } from '@/components/people/password-card'
import { SessionsCard } from '@/components/people/sessions-card'
import { SettingsFrame } from '@/components/settings/settings-frame'
import { ROLE_WORDS } from '@/components/shell/person-menu'
import { listAbsences } from '@/lib/absences/queries'
import { substituteRoles } from '@/lib/absences/substitute-roles'
import { currentActor, currentSession } from '@/lib/access/current-actor'
import { deviceOf } from '@/lib/access/device'
import { listOwnSessions } from '@/lib/access/sessions'
import { todayIn } from '@/lib/calendar-day'
import { listPeople } from '@/lib/people/queries'
import { companySettings } from '@/lib/settings/queries'
import {
  cancelAbsenceAction,
  changePasswordAction,
  endOtherSessionsAction,
  endSessionAction,
  sayAbsenceAction,
} from './actions'

export const metadata = { title: 'Your account' }

export default async function AccountPage() {
  const actor = await currentActor()
  const now = new Date()
  const [session, sessions, { timeZone }, absences, people] = await Promise.all([
    currentSession(),
    listOwnSessions(actor, now),
    companySettings(),
    listAbsences(actor, now, actor.id),
    listPeople(actor),
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
      <AbsencesCard
        absences={absences}
        substitutes={people
          .filter(({ id, role }) => id !== actor.id && substituteRoles[actor.role].includes(role))
          .map(({ id, name }) => ({ value: id, label: name }))}
        today={todayIn(timeZone, now)}
        now={now}
        sayAbsence={sayAbsenceAction}
        cancelAbsence={cancelAbsenceAction}
      />
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
