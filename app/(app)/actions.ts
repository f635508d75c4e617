'use server'

import { redirect } from 'next/navigation'
import { leaveSession } from '@/lib/access/browser-session'

/** Ends this session on the server too, so that a copy of the cookie is worth nothing. */
export async function signOutAction(): Promise<void> {
  await leaveSession()
  redirect('/sign-in')
}
