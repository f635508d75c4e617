'use server'

import { headers } from 'next/headers'
import { enterSession } from '@/lib/access/browser-session'
import { openFormAction } from '@/lib/forms/form-action'
import { formFields } from '@/lib/forms/form-fields'
import { createFirstAdmin } from '@/lib/people/create-first-admin'

/** Creates the first admin and signs them in. */
export const createFirstAdminAction = openFormAction(async (form) => {
  const { text, typed } = formFields(form)
  const input = {
    code: typed('code'),
    name: text('name') ?? '',
    email: text('email') ?? '',
    password: typed('password'),
  }
  await enterSession(await createFirstAdmin(input, (await headers()).get('user-agent')))
  return { redirectTo: '/' }
})
