import { Link } from '@/components/ui/link'
import type { ReactNode } from 'react'
import { formatMoney } from '@/lib/format/format-number'
import type { LeadShape } from '@/lib/leads/lead-shape'
import { DateTime } from '../ui/date-time'

const link = 'underline decoration-line-strong underline-offset-2 hover:decoration-ink'

/** What people know about a lead, as a list of facts; those that nobody knows are left out. */
export function LeadFacts({ lead, timeZone, now }: { lead: LeadShape; timeZone: string; now: Date }) {
  const { company, email, phone, value, currency, details } = lead
  const more = Object.entries(details).filter(([, fact]) => fact !== null && fact !== '')
  return (
    <>
      <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-2.5 text-sm">
        {company ? (
          <Fact label="Company">
            <Link href={`/companies/${company.id}`} className={link}>
              {company.name}
            </Link>
          </Fact>
        ) : null}
        {lead.title ? <Fact label="Role">{lead.title}</Fact> : null}
        {email ? (
          <Fact label="Email">
            <a href={`mailto:${email}`} className={link}>
              {email.slice(0, email.lastIndexOf('@'))}
              <wbr />
              {email.slice(email.lastIndexOf('@'))}
            </a>
          </Fact>
        ) : null}
        {phone ? (
          <Fact label="Phone">
            <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} className={link}>
              {phone}
            </a>
          </Fact>
        ) : null}
        {lead.source ? <Fact label="Source">{lead.source}</Fact> : null}
        {value !== null ? <Fact label="Value">{formatMoney(value, currency ?? 'EUR')}</Fact> : null}
        <Fact label="Owner">{lead.owner?.name ?? <span className="text-ink-quiet">Nobody</span>}</Fact>
        <Fact label="Rep">{lead.rep?.name ?? <span className="text-ink-quiet">Nobody yet</span>}</Fact>
        {lead.tags.length > 0 ? (
          <Fact label="Tags">
            {lead.tags.map((tag, index) => (
              <span key={tag}>
                {index > 0 ? ', ' : ''}
                <Link href={`/leads?tag=${encodeURIComponent(tag)}`} className="hover:underline">
                  {tag}
                </Link>
              </span>
            ))}
          </Fact>
        ) : null}
        {lead.externalId ? <Fact label="External id">{lead.externalId}</Fact> : null}
        <Fact label="Created">
          <DateTime at={lead.createdAt} zone={timeZone} now={now} as="day" />
        </Fact>
      </dl>
      {more.length > 0 ? (
        <details className="mt-3 text-sm">
          <summary className="py-1 text-xs text-ink-quiet hover:text-ink">
            {more.length === 1 ? 'One more detail' : `${more.length} more details`}
          </summary>
          <dl className="mt-2 grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-2.5">
            {more.map(([name, fact]) => (
              <Fact key={name} label={name}>
                {String(fact)}
              </Fact>
            ))}
          </dl>
        </details>
      ) : null}
    </>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="truncate text-ink-quiet" title={label}>
        {label}
      </dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  )
}
