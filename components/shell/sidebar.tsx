import { Search } from 'lucide-react'
import { Link } from '@/components/ui/link'
import type { Actor } from '@/lib/access/actor'
import { formatCount } from '@/lib/format/format-number'
import { Mark } from './mark'
import { NavLink } from './nav-link'
import { homeOf, navigationFor, type Place } from './navigation'
import { PersonMenu } from './person-menu'

/** `isNews`: it is said so that nobody misses it. */
export type PlaceCount = { count: number; means: string; isCapped?: boolean; isNews?: boolean }

/** How many wait in a place, by its address, and what is counted. */
export type PlaceCounts = Record<string, PlaceCount | undefined>

/** A pill; on the narrow rail it sits on its icon. */
const NEWS =
  'rounded-full bg-ink px-1.5 text-2xs font-medium text-on-ink tabular-nums md:max-xl:absolute md:max-xl:top-0 md:max-xl:right-0 md:max-xl:px-1 md:max-xl:leading-3.5'

function PlaceLink({ place, count }: { place: Place; count?: PlaceCount }) {
  const Icon = place.icon
  return (
    <li>
      <NavLink
        href={place.href}
        title={place.label}
        className="flex h-8.5 items-center gap-2.5 rounded-md border px-2 text-sm transition-colors md:max-xl:relative md:max-xl:justify-center md:max-xl:px-0"
        activeClass="border-line bg-surface font-medium text-ink shadow-raised"
        restClass="border-transparent text-ink-soft hover:bg-hover hover:text-ink"
      >
        <Icon className="size-4 shrink-0" strokeWidth={1.9} aria-hidden="true" />
        <span className="flex-1 truncate md:max-xl:sr-only">{place.label}</span>
        {count?.count ? (
          <span className={count.isNews ? NEWS : 'text-xs font-normal text-ink-quiet tabular-nums md:max-xl:sr-only'}>
            {formatCount(count.count)}
            {count.isCapped ? '+' : null}
            <span className="sr-only"> {count.means}</span>
          </span>
        ) : null}
      </NavLink>
    </li>
  )
}

function PlaceList({ places, counts }: { places: Place[]; counts: PlaceCounts }) {
  return (
    <ul className="flex flex-col">
      {places.map((place) => (
        <PlaceLink key={place.href} place={place} count={counts[place.href]} />
      ))}
    </ul>
  )
}

/** The rail at the left: full from 1280 px, icons alone from 768, not there on a phone. */
export function Sidebar({
  actor,
  company,
  counts,
  signOut,
}: {
  actor: Actor
  company: string
  counts: PlaceCounts
  signOut: () => Promise<void>
}) {
  const { main, foot } = navigationFor(actor)
  return (
    <nav aria-label="Main" data-chrome className="border-r border-line bg-rail max-md:hidden">
      <div className="sticky top-0 flex h-dvh flex-col overflow-y-auto px-3">
        <Link
          href={homeOf(actor)}
          className="mt-3 flex items-center gap-2 rounded-md px-1 md:max-xl:justify-center"
          title={company}
        >
          <Mark className="size-7 shrink-0" />
          <span className="truncate text-lg font-semibold tracking-tight md:max-xl:sr-only">Baton</span>
        </Link>
        <Link
          href="/leads"
          data-palette
          aria-keyshortcuts="Control+K Meta+K"
          className="mt-3 flex h-8.5 shrink-0 items-center gap-2 rounded-md border border-line bg-surface px-2 text-sm text-ink-quiet shadow-raised hover:border-line-strong hover:text-ink md:max-xl:justify-center"
        >
          <Search className="size-4 shrink-0" aria-hidden="true" />
          <span className="flex-1 truncate md:max-xl:sr-only">Search or jump to</span>
          <kbd
            aria-hidden="true"
            className="rounded-sm bg-sunken px-1 font-sans text-2xs text-ink-quiet md:max-xl:hidden"
          >
            <span className="in-data-[mod=ctrl]:hidden">⌘K</span>
            <span className="hidden in-data-[mod=ctrl]:inline">Ctrl K</span>
          </kbd>
        </Link>
        <div className="mt-3 flex flex-1 flex-col gap-3.5">
          {main.map((places) => (
            <PlaceList key={places[0]?.href} places={places} counts={counts} />
          ))}
          {foot.length > 0 ? (
            <div className="mt-auto">
              <PlaceList places={foot} counts={counts} />
            </div>
          ) : null}
        </div>
        <div className="mt-3 border-t border-line py-2">
          <PersonMenu actor={actor} signOut={signOut} />
        </div>
      </div>
    </nav>
  )
}
