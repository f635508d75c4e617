import { json, read, resource } from '@/lib/api/resource'
import { getLead } from '@/lib/leads/queries'
import { findNextTouch } from '@/lib/next-touch/queries'

const nothingKnown = { suggestions: [], alike: null, countedAt: null }

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({}, async ({ actor, id }) => json((await findNextTouch(actor, await getLead(actor, id))) ?? nothingKnown)),
})
