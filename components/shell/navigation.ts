import {
  ArrowRightLeft,
  Bell,
  Building2,
  CalendarCheck,
  ChartColumn,
  CopyCheck,
  ListChecks,
  Megaphone,
  Phone,
  Settings2,
  Target,
  Upload,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { Actor } from '@/lib/access/actor'
import { can, type Ability } from '@/lib/access/permissions'

/**
 * The places of the product, in the order of the sidebar. Whoever lacks the ability does not see the place; `key` is the
 * letter that leads there after G.
 */
export type Place = { href: string; label: string; icon: LucideIcon; ability: Ability; key?: string }

/** The groups of the sidebar: the two teams' work and what passes between them, the records, the numbers, the foot. */
const GROUPS: Record<'work' | 'records' | 'numbers' | 'foot', Place[]> = {
  work: [
    { href: '/marketing', label: 'Marketing', icon: Megaphone, ability: 'handoff.offer', key: 'm' },
    { href: '/sales', label: 'Sales', icon: Phone, ability: 'handoff.accept', key: 's' },
    { href: '/handoffs', label: 'Handoffs', icon: ArrowRightLeft, ability: 'handoff.read', key: 'h' },
    { href: '/day', label: 'My day', icon: CalendarCheck, ability: 'task.plan', key: 't' },
    { href: '/notifications', label: 'Notifications', icon: Bell, ability: 'notification.own', key: 'n' },
  ],
  records: [
    { href: '/leads', label: 'Leads', icon: Users, ability: 'lead.read', key: 'l' },
    { href: '/companies', label: 'Companies', icon: Building2, ability: 'company.read', key: 'o' },
    { href: '/campaigns', label: 'Campaigns', icon: Target, ability: 'campaign.edit', key: 'c' },
  ],
  numbers: [{ href: '/dashboard', label: 'Dashboard', icon: ChartColumn, ability: 'report.read', key: 'd' }],
  foot: [
    { href: '/duplicates', label: 'Duplicates', icon: CopyCheck, ability: 'duplicate.read', key: 'u' },
    { href: '/bulk', label: 'Bulk actions', icon: ListChecks, ability: 'bulk.run', key: 'b' },
    { href: '/import', label: 'Import', icon: Upload, ability: 'import.leads', key: 'i' },
    { href: '/settings', label: 'Settings', icon: Settings2, ability: 'settings.edit' },
  ],
}

type Who = Pick<Actor, 'role'>

/** The groups with what this person may see; empty groups are left out. */
export function navigationFor(actor: Who): { main: Place[][]; foot: Place[] } {
  const mayGo = (place: Place) => can(actor, place.ability)
  const main = [GROUPS.work, GROUPS.records, GROUPS.numbers]
    .map((group) => group.filter(mayGo))
    .filter((group) => group.length > 0)
  return { main, foot: GROUPS.foot.filter(mayGo) }
}

/** Where a person starts: managers at the numbers, others at their team's work. */
export function homeOf(actor: Who): string {
  const { main } = navigationFor(actor)
  const places = main.flat()
  const home = places.find(({ href }) => href === '/dashboard') ?? places[0]
  return home?.href ?? '/leads'
}

/** The three places in a phone's bottom bar beside the + and More. */
export function thumbPlaces(actor: Who): Place[] {
  const all = navigationFor(actor).main.flat()
  const wanted = [homeOf(actor), '/leads', '/day']
  return wanted.flatMap((href) => all.filter((place) => place.href === href))
}
