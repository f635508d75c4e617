'use server'

import { formatCountOf } from '@/lib/format/format-number'
import { formAction } from '@/lib/forms/form-action'
import { readNotification } from '@/lib/notifications/read-notification'
import { readNotifications } from '@/lib/notifications/read-notifications'

export const readNotificationAction = formAction(
  ({ text }) => ({ notificationId: text('notificationId') }),
  readNotification,
)

export const readNotificationsAction = formAction(
  () => ({}),
  readNotifications,
  ({ read }) => ({ message: `${formatCountOf(read, 'notification')} marked as read.` }),
)
