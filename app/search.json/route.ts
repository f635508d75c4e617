import { actorOrNull } from '@/lib/access/current-actor'
import { searchEverything } from '@/lib/leads/search-everything'

const headers = { 'Cache-Control': 'private, no-store' }

/** The leads and companies that match a few letters, for the palette: `GET /search.json?q=`. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorOrNull()
  if (!actor) return Response.json({ message: 'Sign in first.' }, { status: 401, headers })
  const words = new URL(request.url).searchParams.get('q') ?? ''
  return Response.json(await searchEverything(actor, words), { headers })
}
