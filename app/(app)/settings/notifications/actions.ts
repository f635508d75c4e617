'use server'

import { formAction } from '@/lib/forms/form-action'
import { chooseNotifications } from '@/lib/notifications/choose-notifications'

export const chooseNotificationsAction = formAction(
  ({ startingWith }) => ({
    choices: Object.entries(startingWith('via.')).map(([kind, via]) => ({ kind, via })),
  }),
  chooseNotifications,
  () => ({ message: 'Saved. It holds for what happens from now on.' }),
)
