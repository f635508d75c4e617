import NextForm from 'next/form'
import { Link } from '@/components/ui/link'
import type { LeadShape } from '@/lib/leads/lead-shape'
import { StageBadge } from '../leads/stage-badge'
import { Button } from '../ui/button'
import { AddressInput } from '../ui/address-fields'
import { SubmitOnChange } from '../ui/submit-on-change'

/** Finds the lead that a touch is of, in a dialog and without JavaScript too. `keep` is what the address has besides. */
export function LeadFinder({
  action,
  keep,
  words,
  leads,
  hrefOf,
}: {
  action: string
  keep: Record<string, string | undefined>
  words: string
  leads: LeadShape[]
  hrefOf: (leadId: string) => string
}) {
  return (
    <div className="flex flex-col gap-3">
      <NextForm action={action} scroll={false} role="search" className="flex gap-2">
        {Object.entries(keep).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <AddressInput
          name="find"
          value={words}
          aria-label="Name, company or email of the lead"
          placeholder="Name, company or email of the lead"
          autoFocus
          autoComplete="off"
          className="h-8.5 w-full rounded-md border border-control/70 bg-surface px-2.5 text-sm shadow-raised max-md:h-11"
        />
        <Button type="submit">Find</Button>
        <SubmitOnChange />
      </NextForm>
      {words && leads.length === 0 ? (
        <p className="text-sm text-ink-quiet">No lead has these letters. Try fewer of them.</p>
      ) : (
        <ul className="flex flex-col">
          {leads.map((lead) => (
            <li key={lead.id}>
              <Link
                href={hrefOf(lead.id)}
                scroll={false}
                className="-mx-2 flex min-h-10 items-center justify-between gap-3 rounded-md px-2 text-sm hover:bg-hover max-md:min-h-11"
              >
                <span className="min-w-0 truncate">
                  <span className="font-medium">{lead.name}</span>{' '}
                  <span className="text-ink-quiet">{lead.company?.name}</span>
                </span>
                <StageBadge stage={lead.stage} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
