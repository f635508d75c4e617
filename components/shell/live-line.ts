/** The server says something every 15 s; a line that is silent for longer than this, in ms, is dead. */
const silence = 40_000
/** So long a line that was refused is left alone, in ms. */
const patience = 30_000

export type LiveLine = {
  /** The latest mark of the server's changes; undefined before the first. */
  mark: () => string | undefined
  /** Whether it is open and has said how the server stands. */
  isHeard: () => boolean
  /** Opens the line where there is none, and another one where it is dead. */
  keep: () => void
  close: () => void
}

/** Server-sent events of `/live`; `onMark` is called after each. Short breaks the browser mends by itself. */
export function liveLine(onMark: () => void): LiveLine {
  let source: EventSource | undefined
  let mark: string | undefined
  let openedAt = 0
  let heardAt = 0

  const isOld = (at: number, limit: number) => performance.now() - at > limit
  const open = () => {
    source?.close()
    openedAt = heardAt = performance.now()
    source = new EventSource('/live')
    source.onmessage = ({ data }) => {
      mark = String(data)
      heardAt = performance.now()
      onMark()
    }
  }
  return {
    mark: () => mark,
    isHeard: () => source?.readyState === EventSource.OPEN && heardAt > openedAt,
    keep() {
      const isRefused = source?.readyState === EventSource.CLOSED && isOld(openedAt, patience)
      if (!source || isRefused || isOld(heardAt, silence)) open()
    },
    close() {
      source?.close()
      source = undefined
    },
  }
}
