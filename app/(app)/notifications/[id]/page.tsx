import { redirect } from 'next/navigation'
import { currentActor } from '@/lib/access/current-actor'
import { orNotFound, pathId } from '@/lib/access/or-not-found'
import { readNotification } from '@/lib/notifications/read-notification'

/** Where the links of the bell and of mails lead: whoever comes here has read it, and goes on to what it is about. */
export default async function NotificationPage({ params }: PageProps<'/notifications/[id]'>) {
  const actor = await currentActor()
  const notificationId = pathId((await params).id)
  const { path } = await orNotFound(readNotification(actor, { notificationId }))
  redirect(path)
}
