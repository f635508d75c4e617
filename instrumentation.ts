/** Runs once when a server starts: work in the background begins with it. Building is no server, nor is the edge. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { watchIncomingRequests } = await import('@/lib/api/incoming')
  const { measureRequests } = await import('@/lib/metrics')
  watchIncomingRequests()
  measureRequests()
  if (!process.env.DATABASE_URL) return
  const { believeNoSender } = await import('@/lib/access/sender-address')
  believeNoSender()
  const { startWorker } = await import('@/lib/jobs/start-worker')
  startWorker()
  const { keepFacts } = await import('@/lib/facts/keep-facts')
  keepFacts()
}
