/** Median and 95th percentile of some runs, in milliseconds. */
export type Measured = { median: number; p95: number }

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export function spread(times: number[]): Measured {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}

/** Some runs, after one to warm up. */
export async function measure(work: () => Promise<unknown>, runs = 7): Promise<Measured> {
  await work()
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push(await timed(work))
  return spread(times)
}

const ms = (time: number) => `${time.toFixed(1)} ms`.padStart(11)

/** A line of the report: what was measured, and whether it is within `most`. */
export function report(what: string, { median, p95 }: Measured, is: boolean, than: string): void {
  console.log(`${what.padEnd(56)}${ms(median)}${ms(p95)}  ${is ? '     ' : 'over '}${than}`)
}

/** Measures something whose median may take so many milliseconds. */
export async function within(most: number, what: string, work: () => Promise<unknown>, runs?: number): Promise<void> {
  const own = await measure(work, runs)
  report(what, own, own.median <= most, `${most} ms`)
}

/** Measures something whose median may take so many times what the plain SQL takes, the two in turn. */
export async function besides(
  most: number,
  what: string,
  ours: () => Promise<unknown>,
  plain: () => Promise<unknown>,
  runs = 7,
): Promise<void> {
  await ours()
  await plain()
  const times: { own: number; bare: number }[] = []
  for (let run = 0; run < runs; run++) times.push({ own: await timed(ours), bare: await timed(plain) })
  const own = spread(times.map((time) => time.own))
  const ratio = own.median / spread(times.map((time) => time.bare)).median
  report(what, own, ratio <= most, `${most} x plain SQL: ${ratio.toFixed(2)}`)
}
