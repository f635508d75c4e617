'use server'

import { redirect } from 'next/navigation'
import { leaveSession } from '@/lib/access/browser-session'

/** Signs out: the session's row and this browser's cookie both end. */
export async function signOutAction(): Promise<void> {
  await leaveSession()
  redirect('/sign-in')
}
