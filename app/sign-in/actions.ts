'use server'

import { headers } from 'next/headers'
import { enterSession } from '@/lib/access/browser-session'
import { safePath } from '@/lib/access/safe-path'
import { signIn } from '@/lib/access/sign-in'
import { visitorOf } from '@/lib/access/visitor'
import { openFormAction } from '@/lib/forms/form-action'
import { formFields } from '@/lib/forms/form-fields'

/** Signs in and goes where the person wanted to go. */
export const signInAction = openFormAction(async (form) => {
  const { text, typed } = formFields(form)
  const input = { email: text('email') ?? '', password: typed('password') }
  await enterSession(await signIn(input, visitorOf(await headers())))
  return { redirectTo: safePath(text('to')) }
})
