import { openResource } from '@/lib/api/handlers'
import { HttpRefusal } from '@/lib/api/problem'
import { json } from '@/lib/api/resource'
import { whyNotReady } from '@/lib/health'

export const dynamic = 'force-dynamic'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = openResource({
  GET: async () => {
    const why = await whyNotReady()
    if (why) throw new HttpRefusal(503, why, { 'Retry-After': '5' })
    return json({ status: 'ok' })
  },
})
