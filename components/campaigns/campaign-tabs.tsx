import { Tabs } from '../ui/tabs'

const views = [
  { href: '/campaigns', label: 'List' },
  { href: '/campaigns/calendar', label: 'Calendar' },
  { href: '/campaigns/channels', label: 'Channels' },
  { href: '/campaigns/compare', label: 'Compare' },
] as const

/** The ways of looking at campaigns. */
export function CampaignTabs({ active }: { active: (typeof views)[number]['href'] }) {
  return (
    <div className="border-b border-line px-4 py-1.5 md:px-6" data-chrome>
      <Tabs label="Campaigns" tabs={views.map((view) => ({ ...view, isActive: view.href === active }))} />
    </div>
  )
}
