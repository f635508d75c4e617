import { notFound } from 'next/navigation'
import { CompanySettingsForm } from '@/components/settings/company-settings-form'
import { SettingsFrame } from '@/components/settings/settings-frame'
import { Card } from '@/components/ui/card'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { companySettings } from '@/lib/settings/queries'
import { editCompanySettingsAction } from './actions'

export const metadata = { title: 'Company' }

export default async function CompanySettingsPage() {
  const actor = await currentActor()
  if (!can(actor, 'settings.edit')) notFound()
  const settings = await companySettings()
  return (
    <SettingsFrame actor={actor} place="/settings/company" subline="The company that works with Baton">
      <Card>
        <CompanySettingsForm action={editCompanySettingsAction} settings={settings} />
      </Card>
    </SettingsFrame>
  )
}
