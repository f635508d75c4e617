import { redirect } from 'next/navigation'
import { homeOf } from '@/components/shell/navigation'
import { currentActor } from '@/lib/access/current-actor'

/** Everybody starts at their own work. */
export default async function StartPage() {
  redirect(homeOf(await currentActor()))
}
