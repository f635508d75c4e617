'use server'

import { formAction } from '@/lib/forms/form-action'
import { createKey } from '@/lib/keys/create-key'
import { revokeKey } from '@/lib/keys/revoke-key'

export const createKeyAction = formAction(
  ({ text }) => ({ name: text('name') }),
  createKey,
  ({ key }) => ({ secret: key }),
)

export const revokeKeyAction = formAction(
  ({ text }) => ({ keyId: text('keyId') }),
  revokeKey,
  ({ name }) => ({ message: `The key "${name}" works no more.` }),
)
