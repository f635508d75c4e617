import { redirect } from 'next/navigation'
import { settingsFor } from '@/components/settings/settings-frame'
import { currentActor } from '@/lib/access/current-actor'

/** The first of the settings that this person may see. */
export default async function SettingsPage() {
  redirect(settingsFor(await currentActor())[0]?.href ?? '/')
}
