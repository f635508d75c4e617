// One line for each thing that is done, with the time it takes.
let out = process.stdout

/** Keeps standard output free for what the command is asked for. */
export function stepsToStandardError() {
  out = process.stderr
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}

/**
 * Says what is being done, runs it, and says how long it took. On a terminal the seconds count along; elsewhere long steps
 * say every 15 s that they are still at it.
 */
export async function step(doing, work) {
  const since = Date.now()
  const isTerminal = out.isTTY === true
  const write = (mark, tail) => out.write(`${isTerminal ? '\r\x1b[K' : ''}${mark} ${doing}${tail}`)
  write('→', isTerminal ? ' ' : ' ...\n')
  const tick = setInterval(
    () => write('→', isTerminal ? ` ${seconds(since)}` : ` ... ${seconds(since)}\n`),
    isTerminal ? 500 : 15_000,
  )
  try {
    const result = await work()
    write('✓', ` (${seconds(since)})\n`)
    return result
  } catch (error) {
    if (isTerminal) out.write('\n')
    throw error
  } finally {
    clearInterval(tick)
  }
}
