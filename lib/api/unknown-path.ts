import 'server-only'
import { HttpRefusal } from '@/lib/api/problem'
import { answering } from '@/lib/api/handlers'

const refuse = answering(async (request) => {
  throw new HttpRefusal(404, `There is nothing at ${new URL(request.url).pathname}.`)
})

/** The handlers of all paths that are no others. */
export const unknownPath = {
  GET: refuse,
  HEAD: refuse,
  OPTIONS: refuse,
  POST: refuse,
  PUT: refuse,
  PATCH: refuse,
  DELETE: refuse,
}
