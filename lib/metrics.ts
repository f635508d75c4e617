import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { pool } from '@/lib/db'
import { countOpenStreams } from '@/lib/live/live-stream'

/** What the process measures of itself, for Prometheus. Development reloads keep it. */
const globals = globalThis as typeof globalThis & { batonMetrics?: { registry: Registry; seconds: Histogram } }

function begin() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'baton_http_request_seconds',
    help: 'Time from the start of a request to the end of its answer',
    labelNames: ['kind', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  new Gauge({
    name: 'baton_database_connections',
    help: 'Connections to the database: in all, idle, and requests that wait for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'all' }, pool.totalCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'awaited' }, pool.waitingCount)
    },
  })
  new Gauge({
    name: 'baton_live_streams',
    help: 'Open pages that are told of changes by this process',
    registers: [registry],
    collect() {
      this.set(countOpenStreams())
    },
  })
  return { registry, seconds }
}

const metrics = () => (globals.batonMetrics ??= begin())

/** Few words, so that the number of series stays small whatever is asked for. */
function kindOf(url = ''): 'api' | 'asset' | 'page' {
  if (/^\/api(\/|$)/.test(url)) return 'api'
  return url.startsWith('/_next/') ? 'asset' : 'page'
}

/** Measures every request of this process's server from now on. */
export function measureRequests(): void {
  const begun = new WeakMap<IncomingMessage, { at: number; kind: string; method: string }>()
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    begun.set(request, { at: performance.now(), kind: kindOf(request.url), method: request.method ?? '' })
  })
  subscribe('http.server.response.finish', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    const start = begun.get(request)
    if (!start) return
    const { at, kind, method } = start
    metrics().seconds.observe({ kind, method, status: response.statusCode }, (performance.now() - at) / 1000)
  })
}

/** The metrics as Prometheus reads them, and the content type of that. */
export async function readMetrics(): Promise<{ text: string; contentType: string }> {
  const { registry } = metrics()
  return { text: await registry.metrics(), contentType: registry.contentType }
}
