import { json, resource, write } from '@/lib/api/resource'
import { tryScoringPolicy } from '@/lib/trials/try-scoring-policy'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, body, once }) => json(await tryScoringPolicy(actor, body, once ? { once } : {}))),
})
