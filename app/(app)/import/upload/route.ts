import { actorOrNull } from '@/lib/access/current-actor'
import { isSameOrigin } from '@/lib/access/same-origin'
import { HttpRefusal } from '@/lib/api/problem'
import { DomainError } from '@/lib/errors'
import type { UploadFields } from '@/lib/imports/receive-upload'
import { uploadImport } from '@/lib/imports/upload-import'
import { refusalCookie, refusalSeconds, writeRefusal } from '@/lib/imports/upload-refusal'
import { log } from '@/lib/log'

const seeOther = (location: string, headers: Record<string, string> = {}) =>
  new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store', ...headers } })

function sayRefused(message: string, kind = 'leads'): Response {
  const cookie = `${refusalCookie}=${writeRefusal({ kind, message })}; Path=/import; Max-Age=${refusalSeconds}; HttpOnly; SameSite=Lax`
  return seeOther('/import', { 'Set-Cookie': cookie })
}

/** The upload form of the page: streams the file in, then leads to choosing its columns, or back with what is wrong. */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorOrNull()
  if (!actor) return seeOther('/sign-in?to=%2Fimport')
  if (!isSameOrigin(request.headers)) return new Response('Send this form from its own page.', { status: 403 })
  const sent: UploadFields = {}
  try {
    const { importId } = await uploadImport(actor, request, sent)
    return seeOther(`/import/${importId}`)
  } catch (error) {
    if (error instanceof HttpRefusal) return sayRefused(error.detail, sent.kind)
    if (error instanceof DomainError) return sayRefused(error.message, sent.kind)
    log.error({ err: error }, 'an upload failed')
    return sayRefused('Something went wrong on our side. Try again.', sent.kind)
  }
}
