import 'server-only'
import { presentFacts } from '@/lib/facts/present-facts'
import { every } from '@/lib/jobs/every'

const pauseMs = 60_000

/** Reads the facts ahead and keeps up with what changes, so that a report waits for the changes of a minute at most. */
export const keepFacts = () => every(pauseMs, presentFacts, 'The facts could not be read; they are read again')
