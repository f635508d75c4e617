import { openResource } from '@/lib/api/handlers'
import { allowMetrics } from '@/lib/api/allow-metrics'
import { readMetrics } from '@/lib/metrics'

export const dynamic = 'force-dynamic'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = openResource({
  GET: async ({ headers }) => {
    allowMetrics(headers)
    const { text, contentType } = await readMetrics()
    return new Response(text, { headers: { 'Content-Type': contentType } })
  },
})
