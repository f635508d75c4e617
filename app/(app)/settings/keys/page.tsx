import { KeysCard } from '@/components/keys/keys-card'
import { NewKeyForm } from '@/components/keys/new-key-form'
import { SettingsFrame } from '@/components/settings/settings-frame'
import { Card } from '@/components/ui/card'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { listKeysOfOthers, listOwnKeys } from '@/lib/keys/queries'
import { companySettings } from '@/lib/settings/queries'
import { createKeyAction, revokeKeyAction } from './actions'

export const metadata = { title: 'API keys' }

export default async function KeysPage() {
  const actor = await currentActor()
  const seesOthers = can(actor, 'key.others')
  const [own, others, { timeZone }] = await Promise.all([
    listOwnKeys(actor),
    seesOthers ? listKeysOfOthers(actor) : [],
    companySettings(),
  ])
  const shown = { zone: timeZone, now: new Date(), revoke: revokeKeyAction }
  return (
    <SettingsFrame actor={actor} place="/settings/keys" subline="A key lets a program do in Baton what you may do.">
      <Card title="New key">
        <NewKeyForm action={createKeyAction} />
      </Card>
      <KeysCard title="Your keys" keys={own} empty="You have no key. Most people never need one." {...shown} />
      {seesOthers ? <KeysCard title="Keys of others" keys={others} empty="Nobody else has a key." {...shown} /> : null}
    </SettingsFrame>
  )
}
