import { actorOrNull } from '@/lib/access/current-actor'
import { isSameOrigin } from '@/lib/access/same-origin'
import { HttpRefusal } from '@/lib/api/problem'
import { DomainError } from '@/lib/errors'
import { uuid } from '@/lib/fields'
import type { UploadFields } from '@/lib/imports/receive-upload'
import { uploadImport } from '@/lib/imports/upload-import'
import { refusalCookie, refusalSeconds, writeRefusal } from '@/lib/imports/upload-refusal'
import { log } from '@/lib/log'

const seeOther = (location: string, headers: Record<string, string> = {}) =>
  new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store', ...headers } })

/** The campaign for which a list of attendees was sent. */
const campaignOf = ({ purpose, campaign }: UploadFields) =>
  purpose === 'attendees' ? uuid.safeParse(campaign).data : undefined

function sayRefused(message: string, sent: UploadFields): Response {
  const campaign = campaignOf(sent)
  const path = campaign ? `/campaigns/${campaign}` : '/import'
  const refusal = writeRefusal({ kind: sent.kind ?? 'leads', message })
  const cookie = `${refusalCookie}=${refusal}; Path=${path}; Max-Age=${refusalSeconds}; HttpOnly; SameSite=Lax`
  return seeOther(campaign ? `${path}?do=attendees` : path, { 'Set-Cookie': cookie })
}

/**
 * The upload forms of the pages: streams the file in, then leads to choosing its columns (of a list of attendees, to
 * whom it means), or back with what is wrong.
 */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorOrNull()
  if (!actor) return seeOther('/sign-in?to=%2Fimport')
  if (!isSameOrigin(request.headers)) return new Response('Send this form from its own page.', { status: 403 })
  const sent: UploadFields = {}
  try {
    const { importId } = await uploadImport(actor, request, sent)
    const campaign = campaignOf(sent)
    return seeOther(campaign ? `/bulk/new?do=touch&list=${importId}&for=${campaign}` : `/import/${importId}`)
  } catch (error) {
    if (error instanceof HttpRefusal) return sayRefused(error.detail, sent)
    if (error instanceof DomainError) return sayRefused(error.message, sent)
    log.error({ err: error }, 'an upload failed')
    return sayRefused('Something went wrong on our side. Try again.', sent)
  }
}
