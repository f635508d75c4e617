import * as z from 'zod'
import { oneOf, uuid } from '@/lib/fields'
import { NotificationKind, NotificationVia } from '@/prisma/generated/enums'

export const notificationIdInput = z.strictObject({ notificationId: uuid })

export const readNotificationsInput = z.strictObject({})

/** The filters of the list, as parameters of an address. */
export const notificationFilters = {
  unread: oneOf(['true', 'false'])
    .transform((word) => word === 'true')
    .optional(),
}

const choice = z.strictObject({
  kind: oneOf(Object.values(NotificationKind)),
  via: oneOf(Object.values(NotificationVia)),
})

export const notificationChoicesInput = z.strictObject({
  choices: z
    .array(choice, 'Give the choices as a list.')
    .max(Object.values(NotificationKind).length, 'Give each kind once.')
    .refine((list) => new Set(list.map(({ kind }) => kind)).size === list.length, 'Give each kind once.'),
})
