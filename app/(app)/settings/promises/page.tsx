import { notFound } from 'next/navigation'
import { PromisesForm } from '@/components/settings/promises-form'
import { SettingsFrame } from '@/components/settings/settings-frame'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { promiseSettings } from '@/lib/settings/promise-settings'
import { companySettings } from '@/lib/settings/queries'
import { savePromiseSettingsAction } from './actions'

export const metadata = { title: 'Promises' }

export default async function PromiseSettingsPage() {
  const actor = await currentActor()
  if (!can(actor, 'settings.edit')) notFound()
  const [settings, { timeZone }] = await Promise.all([promiseSettings(actor), companySettings()])
  return (
    <SettingsFrame
      actor={actor}
      place="/settings/promises"
      subline="What Marketing and Sales promise each other, and when people work"
    >
      <PromisesForm action={savePromiseSettingsAction} settings={settings} timeZone={timeZone} />
    </SettingsFrame>
  )
}
