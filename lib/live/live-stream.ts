import 'server-only'
import { type Changes, hearChanges } from '@/lib/live/changes'

/** So often a stream says that it is still there, in ms; browsers wait a little more than twice as long: components/shell/live-line.ts. */
const sayEvery = 15_000
/** A stream ends after this many ms: the browser asks for the next one, and whether the session holds is looked at anew. */
const lifetime = 5 * 60_000
/** Pages of a person that are looked at side by side. Those in the background have no stream. */
const streamsOfPerson = 20

type Live = { changes: Changes; streams: Map<string, Set<() => void>> }

const globals = globalThis as typeof globalThis & { batonLive?: Live }

/** Begins with the first page that somebody opens. A process that is told to end lets go of its streams, or it could not. */
function begin(): Live {
  const live: Live = { changes: hearChanges(process.env.DATABASE_URL ?? ''), streams: new Map() }
  const end = () => {
    void live.changes.close()
    for (const streams of live.streams.values()) for (const close of streams) close()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end)
  return live
}

const live = () => (globals.batonLive ??= begin())

/** The mark of the changes that this process has heard of so far: a page that is made afterwards shows them. */
export const changesMark = (): string => live().changes.mark()

/** How many streams this process has open. */
export const countOpenStreams = (): number =>
  [...(globals.batonLive?.streams.values() ?? [])].reduce((sum, { size }) => sum + size, 0)

/**
 * Server-sent events for a page that a person looks at: the mark of the changes, at first, after each change, and every
 * 15 s. Never what changed; that the page asks for as the person may see it. Null when they have too many open.
 */
export function liveStream(personId: string): ReadableStream<Uint8Array> | null {
  const { changes, streams } = live()
  const own = streams.get(personId) ?? new Set()
  if (own.size >= streamsOfPerson) return null
  streams.set(personId, own)
  const encoder = new TextEncoder()
  let forget = () => {}
  return new ReadableStream({
    start(controller) {
      const say = () => controller.enqueue(encoder.encode(`data: ${changes.mark()}\n\n`))
      const close = () => {
        forget()
        controller.close()
      }
      const unhear = changes.onChange(say)
      const saying = setInterval(say, sayEvery)
      const ending = setTimeout(close, lifetime)
      forget = () => {
        unhear()
        clearInterval(saying)
        clearTimeout(ending)
        own.delete(close)
        if (own.size === 0) streams.delete(personId)
      }
      own.add(close)
      say()
    },
    cancel: () => forget(),
  })
}
