import 'server-only'
import { log } from '@/lib/log'

/**
 * Does the work now and again `pause` ms after it has ended, until it is stopped; one that fails says so in the log and is
 * done again. `stop` waits for the end of what is being done.
 */
export function every(pause: number, work: () => Promise<unknown>, failed: string): { stop: () => Promise<void> } {
  let hasStopped = false
  let last: Promise<unknown> = Promise.resolve()
  const beat = () => {
    last = work()
      .catch((error: unknown) => log.error({ err: error }, failed))
      .finally(() => {
        if (!hasStopped) timer = setTimeout(beat, pause)
        timer.unref()
      })
  }
  let timer = setTimeout(beat, 0)
  return {
    async stop() {
      hasStopped = true
      clearTimeout(timer)
      await last
    },
  }
}
