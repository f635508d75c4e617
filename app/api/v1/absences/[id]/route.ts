import { cancelAbsence } from '@/lib/absences/cancel-absence'
import { inputOf } from '@/lib/api/input-of'
import { json, resource, write } from '@/lib/api/resource'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  DELETE: write(async ({ actor, id, body }) => json(await cancelAbsence(actor, inputOf(body, { absenceId: id })))),
})
