import { actorOrNull } from '@/lib/access/current-actor'
import { evidenceInWords } from '@/lib/duplicates/evidence'
import { listKnownAlike } from '@/lib/duplicates/lookalikes'
import { text } from '@/lib/fields'
import { nameKey } from '@/lib/name-key'

const headers = { 'Cache-Control': 'private, no-store' }

/** The leads that look like one that is being typed: `GET /duplicates/known.json?firstName=&lastName=&phone=&company=`. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorOrNull()
  if (!actor) return Response.json({ message: 'Sign in first.' }, { status: 401, headers })
  const { searchParams } = new URL(request.url)
  const typed = (name: string) => text(200).safeParse(searchParams.get(name)).data ?? null
  const company = typed('company')
  const alike = await listKnownAlike(actor, {
    firstName: typed('firstName'),
    lastName: typed('lastName'),
    email: null,
    phone: typed('phone'),
    companyKey: company && nameKey(company),
  })
  return Response.json(
    alike.map(({ id, name, company: at, evidence }) => ({ id, name, company: at, why: evidenceInWords(evidence) })),
    { headers },
  )
}
