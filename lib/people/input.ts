import * as z from 'zod'
import { emailAddress, oneOf, text, uuid } from '@/lib/fields'
import { Role } from '@/prisma/generated/enums'

/** As typed: spaces count. */
export const newPassword = z
  .string('Write a password.')
  .min(8, 'Use at least 8 characters.')
  .max(200, 'Use at most 200 characters.')

export const role = oneOf(Object.values(Role))
const personName = text(100)

export const addPersonInput = z.strictObject({ email: emailAddress, name: personName, role, password: newPassword })
export const personIdInput = z.strictObject({ personId: uuid })
export const changeRoleInput = z.strictObject({ personId: uuid, role })
export const setPasswordInput = z.strictObject({ personId: uuid, password: newPassword })

/** `keepSessionId`: the session in which the password is changed; all others end. */
export const changePasswordInput = z.strictObject({
  oldPassword: z.string('Write your present password.').min(1, 'Write your present password.').max(200),
  newPassword,
  keepSessionId: uuid.optional(),
})

export const firstAdminInput = z.strictObject({
  code: z.string('The code is missing.').min(1, 'The code is missing.').max(100),
  name: personName,
  email: emailAddress,
  password: newPassword,
})
