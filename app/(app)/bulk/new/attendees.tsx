import { AttendeesNotFound } from '@/components/bulk/attendees-not-found'
import type { AttendeeMatch } from '@/lib/imports/match-attendees'
import { createAttendeesAction } from '../actions'

/** What a list of attendees could not be matched with. */
export function AttendeesLeft({ list, match, backHref }: { list: string; match: AttendeeMatch; backHref: string }) {
  return (
    <AttendeesNotFound
      action={createAttendeesAction}
      list={list}
      backHref={backHref}
      unmatched={match.unmatched.map(({ line, row: { facts } }) => ({
        line,
        words: [
          [facts.firstName, facts.lastName].filter(Boolean).join(' '),
          facts.company?.name,
          facts.email,
          facts.externalId,
        ]
          .filter(Boolean)
          .join(' · '),
      }))}
      unclear={match.unclear.map(({ line, why }) => ({ line, words: why }))}
    />
  )
}
