'use server'

import { cancelAbsence } from '@/lib/absences/cancel-absence'
import { sayAbsence } from '@/lib/absences/say-absence'
import { currentSession } from '@/lib/access/current-actor'
import { endOtherSessions } from '@/lib/access/end-other-sessions'
import { endSession } from '@/lib/access/end-session'
import { formAction } from '@/lib/forms/form-action'
import { changePassword } from '@/lib/people/change-password'

const keepSessionId = async () => (await currentSession())?.id

const elsewhere = (ended: number) =>
  ended === 0
    ? 'You were signed in nowhere else.'
    : `You are signed out in ${ended === 1 ? 'one other place' : `${ended} other places`}.`

export const changePasswordAction = formAction(
  async ({ typed }) => ({
    oldPassword: typed('oldPassword'),
    newPassword: typed('newPassword'),
    keepSessionId: await keepSessionId(),
  }),
  changePassword,
  ({ ended }) => ({ message: `Your password is changed. ${elsewhere(ended)}` }),
)

export const sayAbsenceAction = formAction(
  ({ text }) => ({ from: text('from'), to: text('to'), substitute: text('substitute') }),
  sayAbsence,
  () => ({ message: 'Your days away are saved.' }),
)

export const cancelAbsenceAction = formAction(
  ({ text }) => ({ absenceId: text('absenceId') }),
  cancelAbsence,
  () => ({ message: 'You are there on those days.' }),
)

export const endSessionAction = formAction(
  ({ text }) => ({ sessionId: text('sessionId') }),
  endSession,
  () => ({ message: 'Signed out there.' }),
)

export const endOtherSessionsAction = formAction(
  async () => ({ keepSessionId: await keepSessionId() }),
  endOtherSessions,
  ({ ended }) => ({ message: elsewhere(ended) }),
)
