import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { HttpRefusal } from '@/lib/api/problem'
import { getLead } from '@/lib/leads/queries'

/** What no version of a lead ever is: edits refuse it as stale. */
const noVersion = -1

/**
 * The version of a lead that the header If-Match asks for; null for `*`, which takes whatever is there. Of several
 * the one that holds now. Weak tags and what is no tag of ours match nothing, as HTTP wants it.
 *
 * Throws 428 without the header.
 */
export async function wantedVersion(actor: Actor, leadId: string, headers: Headers): Promise<number | null> {
  const header = headers.get('if-match')?.trim()
  if (header === undefined)
    throw new HttpRefusal(428, 'Send the ETag of the lead as you read it in the header If-Match, or * to overwrite.')
  if (header === '*') return null
  const versions = header.split(',').flatMap((tag) => {
    const [, version] = /^\s*"(\d{1,9})"\s*$/.exec(tag) ?? []
    return version ? [Number(version)] : []
  })
  if (versions.length < 2) return versions[0] ?? noVersion
  const { version } = await getLead(actor, leadId)
  return versions.includes(version) ? version : noVersion
}

/** The ETag of a lead: its version, which grows with every edit of its facts. */
export const etagOf = ({ version }: { version: number }) => ({ ETag: `"${version}"` })
