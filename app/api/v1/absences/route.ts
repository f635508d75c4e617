import { listAbsences } from '@/lib/absences/queries'
import { sayAbsence } from '@/lib/absences/say-absence'
import { json, read, resource, write } from '@/lib/api/resource'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({}, async ({ actor }) => json({ data: await listAbsences(actor, new Date()), nextCursor: null })),
  POST: write(async ({ actor, body, once }) => json(await sayAbsence(actor, body, { once }), { status: 201 })),
})
