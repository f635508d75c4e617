import { BellRing, KeyRound, LockKeyhole, LogOut } from 'lucide-react'
import { Link } from '@/components/ui/link'
import type { Actor } from '@/lib/access/actor'
import { Avatar } from '../ui/avatar'

export const ROLE_WORDS: Record<Actor['role'], string> = {
  marketer: 'Marketer',
  rep: 'Sales rep',
  manager: 'Manager',
  admin: 'Admin',
}

const ITEM =
  'flex h-9 w-full items-center gap-2.5 rounded-md px-2.5 text-sm text-ink-soft hover:bg-hover hover:text-ink max-md:h-11'

/** What a person does about themselves. Sign out is a form, since it changes something. */
export function PersonLinks({ signOut }: { signOut: () => Promise<void> }) {
  return (
    <>
      <Link href="/settings/account" className={ITEM}>
        <LockKeyhole className="size-4" aria-hidden="true" />
        Account and password
      </Link>
      <Link href="/settings/notifications" className={ITEM}>
        <BellRing className="size-4" aria-hidden="true" />
        What you are told
      </Link>
      <Link href="/settings/keys" className={ITEM}>
        <KeyRound className="size-4" aria-hidden="true" />
        API keys
      </Link>
      <form action={signOut}>
        <button type="submit" className={ITEM}>
          <LogOut className="size-4" aria-hidden="true" />
          Sign out
        </button>
      </form>
    </>
  )
}

/** The person at the foot of the sidebar; a native popover, so it opens before JavaScript too. */
export function PersonMenu({ actor, signOut }: { actor: Actor; signOut: () => Promise<void> }) {
  return (
    <>
      <button
        type="button"
        popoverTarget="person-menu"
        className="flex w-full items-center gap-2 rounded-md px-1 py-1.5 text-left hover:bg-hover md:max-xl:justify-center"
      >
        <Avatar name={actor.name} />
        <span className="min-w-0 md:max-xl:sr-only">
          <span className="block truncate text-sm leading-4 font-medium">{actor.name}</span>
          <span className="block text-xs leading-4 text-ink-quiet">{ROLE_WORDS[actor.role]}</span>
        </span>
      </button>
      <div
        id="person-menu"
        popover="auto"
        className="fixed inset-auto bottom-16 left-3 m-0 w-56 rounded-lg border border-line bg-surface p-1.5 text-ink shadow-over"
      >
        <p className="truncate border-b border-line px-2.5 pt-1 pb-2 text-xs text-ink-quiet">{actor.email}</p>
        <div className="pt-1.5">
          <PersonLinks signOut={signOut} />
        </div>
      </div>
    </>
  )
}
