import type { ReactNode } from 'react'
import type { Actor } from '@/lib/access/actor'
import { type Ability, can } from '@/lib/access/permissions'
import { PageBody, PageHeader } from '../ui/page-header'
import { Tabs } from '../ui/tabs'

type SettingsPlace = { href: string; label: string; ability: Ability }

const PLACES: SettingsPlace[] = [
  { href: '/settings/company', label: 'Company', ability: 'settings.edit' },
  { href: '/settings/scoring', label: 'Scoring', ability: 'settings.edit' },
  { href: '/settings/promises', label: 'Promises', ability: 'settings.edit' },
  { href: '/settings/people', label: 'People', ability: 'people.manage' },
  { href: '/settings/mail', label: 'Mail', ability: 'mail.read' },
  { href: '/settings/notifications', label: 'Your notifications', ability: 'notification.own' },
  { href: '/settings/account', label: 'Your account', ability: 'key.own' },
  { href: '/settings/keys', label: 'API keys', ability: 'key.own' },
]

/** The settings that this person may see, in the order of their tabs. */
export const settingsFor = (actor: Pick<Actor, 'role'>): SettingsPlace[] =>
  PLACES.filter(({ ability }) => can(actor, ability))

/**
 * A page of the settings: its heading, the tabs to the others, its body (edge to edge with `flush`, for a table).
 * `<SettingsFrame actor={actor} place="/settings/company" subline="…"><Card …/></SettingsFrame>`
 */
export function SettingsFrame({
  actor,
  place,
  subline,
  actions,
  flush = false,
  children,
}: {
  actor: Pick<Actor, 'role'>
  place: string
  subline?: ReactNode
  actions?: ReactNode
  flush?: boolean
  children: ReactNode
}) {
  const places = settingsFor(actor)
  return (
    <>
      <PageHeader title={places.find(({ href }) => href === place)?.label} subline={subline} actions={actions} />
      <div className="border-b border-line px-4 py-1.5 md:px-6">
        <Tabs label="Settings" tabs={places.map(({ href, label }) => ({ href, label, isActive: href === place }))} />
      </div>
      {flush ? children : <PageBody narrow>{children}</PageBody>}
    </>
  )
}
