import { json, read, resource, write } from '@/lib/api/resource'
import { scoringSettings } from '@/lib/settings/queries'
import { saveScoringPolicy } from '@/lib/settings/save-scoring-policy'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({}, async ({ actor }) => json(await scoringSettings(actor))),
  PUT: write(async ({ actor, body }) => json(await saveScoringPolicy(actor, body))),
})
