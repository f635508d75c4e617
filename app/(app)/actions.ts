'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { leaveSession } from '@/lib/access/browser-session'

/** Signs out: the session's row and this browser's cookie both end. */
export async function signOutAction(): Promise<void> {
  await leaveSession()
  redirect('/sign-in')
}

/**
 * Sends the page that is open anew. Unlike `router.refresh()` it keeps what was loaded ahead for the links of the page (some
 * twenty requests), and leaves the page as it is when the server can't be reached.
 */
export async function refreshAction(): Promise<void> {
  refresh()
}
