import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import type { Actor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { evidenceInWords } from '@/lib/duplicates/evidence'
import { listLookalikes } from '@/lib/duplicates/lookalikes'
import type { LeadShape } from '@/lib/leads/lead-shape'

const link = 'font-medium text-ink underline underline-offset-2'

/** Says which leads look like this one, and leads to both side by side. */
export async function LookalikeNotice({ actor, lead }: { actor: Actor; lead: LeadShape }) {
  if (!can(actor, 'duplicate.read')) return null
  const alike = await listLookalikes(actor, lead.id)
  if (alike.length === 0) return null
  const mayMerge = can(actor, 'lead.merge')
  return (
    <Notice kind="warn">
      <ul>
        {alike.map(({ id, name, evidence }) => (
          <li key={id}>
            Looks like{' '}
            <Link href={`/leads/${id}`} className={link}>
              {name}
            </Link>
            : {evidenceInWords(evidence)}.{' '}
            {mayMerge ? (
              <Link href={`/duplicates/${lead.id}/${id}`} className={link} aria-label={`Compare with ${name}`}>
                Compare
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
