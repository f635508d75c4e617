import { actorOrNull } from '@/lib/access/current-actor'
import { liveStream } from '@/lib/live/live-stream'

/** Neither kept nor compressed nor held back on its way: each message is read when it is written. */
const headers = { 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' }

/** Tells a page that is open when handoffs or tasks change: `GET /live`, server-sent events. */
export async function GET(): Promise<Response> {
  const actor = await actorOrNull()
  if (!actor) return Response.json({ message: 'Sign in first.' }, { status: 401, headers })
  const stream = liveStream(actor.id)
  if (!stream) return Response.json({ message: 'Too many pages are open.' }, { status: 429, headers })
  return new Response(stream, { headers: { ...headers, 'Content-Type': 'text/event-stream' } })
}
