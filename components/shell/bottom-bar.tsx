import { Menu, Plus } from 'lucide-react'
import { Link } from '@/components/ui/link'
import type { Actor } from '@/lib/access/actor'
import { formatCount } from '@/lib/format/format-number'
import { NavLink } from './nav-link'
import { navigationFor, thumbPlaces, type Place } from './navigation'
import { PersonLinks, ROLE_WORDS } from './person-menu'
import type { PlaceCount, PlaceCounts } from './sidebar'

const ITEM = 'flex min-w-0 flex-col items-center justify-center gap-1 text-2xs'

function Thumb({ place, count }: { place: Place; count?: PlaceCount }) {
  const Icon = place.icon
  return (
    <NavLink href={place.href} className={ITEM} activeClass="font-medium text-ink" restClass="text-ink-quiet">
      <Icon className="size-5" aria-hidden="true" />
      <span className="max-w-full truncate">{place.label}</span>
      {count?.count ? <span className="sr-only">{`, ${formatCount(count.count)} ${count.means}`}</span> : null}
    </NavLink>
  )
}

/** How many wait in a place behind More. */
function RestCount({ count }: { count?: PlaceCount }) {
  if (!count?.count) return null
  return (
    <span className={count.isNews ? 'rounded-full bg-ink px-1.5 text-2xs font-medium text-on-ink' : 'text-ink-quiet'}>
      {formatCount(count.count)}
      {count.isCapped ? '+' : null}
      <span className="sr-only"> {count.means}</span>
    </span>
  )
}

/** The bar under the thumb: three places, + to log a touch in the middle, and the rest behind More. Phones only. */
export function BottomBar({
  actor,
  counts,
  signOut,
}: {
  actor: Actor
  counts: PlaceCounts
  signOut: () => Promise<void>
}) {
  const thumbs = thumbPlaces(actor)
  const { main, foot } = navigationFor(actor)
  const rest = [...main.flat(), ...foot].filter((place) => !thumbs.includes(place))
  const news = rest.flatMap(({ href }) => counts[href] ?? []).filter(({ count, isNews }) => isNews && count > 0)
  return (
    <nav
      aria-label="Main"
      data-chrome
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <div className="grid h-15 grid-cols-5">
        {thumbs.slice(0, 2).map((place) => (
          <Thumb key={place.href} place={place} count={counts[place.href]} />
        ))}
        <Link href="/touch" data-palette="touch" aria-label="Log a touch" className="flex items-center justify-center">
          <span className="flex size-11 items-center justify-center rounded-full bg-ink text-on-ink">
            <Plus className="size-5" aria-hidden="true" />
          </span>
        </Link>
        {thumbs.slice(2).map((place) => (
          <Thumb key={place.href} place={place} count={counts[place.href]} />
        ))}
        <button type="button" popoverTarget="more-places" className={`${ITEM} text-ink-quiet`}>
          <span className="relative">
            <Menu className="size-5" aria-hidden="true" />
            {news.length > 0 ? (
              <span className="absolute -top-1 -right-1 size-2.5 rounded-full border-2 border-surface bg-ink" />
            ) : null}
          </span>
          More
          {news.map(({ count, means }) => (
            <span key={means} className="sr-only">{`, ${formatCount(count)} ${means}`}</span>
          ))}
        </button>
      </div>
      <div
        id="more-places"
        popover="auto"
        className="fixed inset-x-0 top-auto bottom-0 m-0 w-full max-w-none rounded-t-xl border border-line bg-surface p-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))] text-ink shadow-over backdrop:bg-scrim"
      >
        <p className="px-2.5 pt-1 pb-2 text-sm">
          <span className="font-medium">{actor.name}</span>{' '}
          <span className="text-ink-quiet">{ROLE_WORDS[actor.role]}</span>
        </p>
        {rest.map((place) => (
          <NavLink
            key={place.href}
            href={place.href}
            className="flex h-11 items-center gap-2.5 rounded-md px-2.5 text-sm"
            activeClass="bg-sunken font-medium"
            restClass="text-ink-soft"
          >
            <place.icon className="size-4" aria-hidden="true" />
            {place.label}
            <RestCount count={counts[place.href]} />
          </NavLink>
        ))}
        <div className="mt-2 border-t border-line pt-2">
          <PersonLinks signOut={signOut} />
        </div>
      </div>
    </nav>
  )
}
