import type { ReactNode } from 'react'
import type { Actor } from '@/lib/access/actor'
import { Toaster } from '../ui/toaster'
import { BottomBar } from './bottom-bar'
import { Live } from './live'
import { navigationFor } from './navigation'
import { Shortcuts } from './shortcuts'
import { Sidebar, type PlaceCounts } from './sidebar'

/**
 * What is around every signed-in page.
 * `<AppShell actor={actor} company={settings.companyName} counts={{ '/sales': 12 }} … signOut={signOut}>{children}</AppShell>`
 */
export function AppShell({
  actor,
  company,
  counts,
  mark,
  refresh,
  signOut,
  children,
}: {
  actor: Actor
  company: string
  counts: PlaceCounts
  /** Of the changes that the page shows: see lib/live. */
  mark: string
  /** Sends the page that is open anew. */
  refresh: () => Promise<void>
  signOut: () => Promise<void>
  children: ReactNode
}) {
  const { main, foot } = navigationFor(actor)
  const places = [...main.flat(), ...foot].map(({ href, label, key }) => ({ href, label, key }))
  return (
    <>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-ink px-3 py-2 text-sm text-on-ink focus:translate-y-0"
      >
        Skip to the page
      </a>
      <div className="md:grid md:grid-cols-[4rem_minmax(0,1fr)] xl:grid-cols-[14rem_minmax(0,1fr)] print:block">
        <Sidebar actor={actor} company={company} counts={counts} signOut={signOut} />
        <main id="main" tabIndex={-1} className="min-h-dvh min-w-0 pb-(--bottom-bar) focus:outline-none">
          {children}
        </main>
      </div>
      <BottomBar actor={actor} counts={counts} signOut={signOut} />
      <Shortcuts places={places} />
      <Toaster />
      <Live mark={mark} refresh={refresh} />
    </>
  )
}
