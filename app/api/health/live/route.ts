import { openResource } from '@/lib/api/handlers'
import { json } from '@/lib/api/resource'

export const dynamic = 'force-dynamic'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = openResource({
  GET: async () => json({ status: 'ok' }),
})
