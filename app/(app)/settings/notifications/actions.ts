'use server'

import { formAction } from '@/lib/forms/form-action'
import { chooseWeeklyReport } from '@/lib/mail/choose-weekly-report'
import { chooseNotifications } from '@/lib/notifications/choose-notifications'

export const chooseNotificationsAction = formAction(
  ({ startingWith }) => ({
    choices: Object.entries(startingWith('via.')).map(([kind, via]) => ({ kind, via })),
  }),
  chooseNotifications,
  () => ({ message: 'Saved. It holds for what happens from now on.' }),
)

export const chooseWeeklyReportAction = formAction(
  ({ isTicked }) => ({ isWanted: isTicked('isWanted') }),
  chooseWeeklyReport,
  ({ isWanted }) => ({ message: isWanted ? 'Saved. The next one comes on Monday.' : 'Saved. No more of them come.' }),
)
