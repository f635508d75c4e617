import { Search, X } from 'lucide-react'
import NextForm from 'next/form'
import { Link } from '@/components/ui/link'
import type { ReactNode } from 'react'
import { AddressInput, AddressSelect } from './address-fields'
import { Button } from './button'
import { Options, type Option, type OptionGroup } from './field'
import { SubmitOnChange } from './submit-on-change'

export const filterControl =
  'h-8.5 rounded-md border border-line-strong/70 bg-surface text-sm text-ink shadow-raised hover:bg-hover max-md:h-11'

/** On a phone the choices stand in one line that scrolls sideways, so that the list itself is in sight. */
const CHOICES =
  'flex min-w-0 flex-wrap items-center gap-2 max-md:-mx-4 max-md:w-screen max-md:flex-nowrap max-md:overflow-x-auto max-md:px-4 max-md:py-0.5'

/**
 * The filters of a list, as a GET form: its state is the address. `keep` carries what else is there (the order).
 *
 *   <FilterBar action="/leads" keep={{ sort }} chips={[{ label: 'Stage: warm', removeHref: hrefWith('/leads', params, { stage: null }) }]} clearHref="/leads"
 *     first={<FilterSearch name="q" value={params.q} label="Search leads" />}>
 *     <FilterSelect name="stage" label="Stage" any="Any stage" options={stages} value={params.stage} />
 *   </FilterBar>
 */
export function FilterBar({
  action,
  keep = {},
  chips = [],
  clearHref,
  aside,
  first,
  children,
}: {
  action: string
  keep?: Record<string, string | undefined>
  chips?: { label: string; removeHref: string }[]
  clearHref?: string
  aside?: ReactNode
  /** What has the first line of a phone to itself: the search. */
  first?: ReactNode
  children?: ReactNode
}) {
  return (
    <div data-chrome={chips.length === 0 ? '' : undefined} className="border-b border-line px-4 py-3 md:px-6">
      <div data-chrome className="flex flex-wrap items-center gap-2">
        <NextForm
          action={action}
          scroll={false}
          role="search"
          className="flex min-w-0 flex-wrap items-center gap-2 max-md:w-full"
        >
          {Object.entries(keep).map(([name, value]) =>
            value ? <input key={name} type="hidden" name={name} value={value} /> : null,
          )}
          {first}
          {children ? <div className={CHOICES}>{children}</div> : null}
          <noscript>
            <Button type="submit">Show</Button>
          </noscript>
          <SubmitOnChange />
        </NextForm>
        {aside ? <div className="ml-auto flex items-center gap-2">{aside}</div> : null}
      </div>
      {chips.length > 0 ? (
        <ul className="mt-2.5 flex flex-wrap items-center gap-1.5 print:mt-0" aria-label="Filters that are on">
          {chips.map((chip) => (
            <li key={chip.label} className="max-w-full">
              <Link
                href={chip.removeHref}
                scroll={false}
                className="inline-flex h-6.5 max-w-full items-center gap-1 rounded-full border border-line bg-surface pr-1.5 pl-2.5 text-xs text-ink-soft hover:bg-hover hover:text-ink max-md:h-10"
              >
                <span className="truncate">{chip.label}</span>
                <X data-chrome className="size-3.5 shrink-0" aria-hidden="true" />
                <span className="sr-only">remove</span>
              </Link>
            </li>
          ))}
          {clearHref ? (
            <li>
              <Link
                href={clearHref}
                scroll={false}
                className="inline-flex h-6.5 items-center px-1.5 text-xs font-medium text-ink-soft underline underline-offset-2 hover:text-ink max-md:h-10"
              >
                Clear all
              </Link>
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  )
}

/** The words to look for; the key / goes there. */
export function FilterSearch({
  name,
  value,
  label,
  placeholder = label,
}: {
  name: string
  value?: string
  label: string
  placeholder?: string
}) {
  return (
    <div className="relative flex items-center max-md:w-full">
      <Search className="pointer-events-none absolute left-2.5 size-4 text-ink-quiet" aria-hidden="true" />
      <AddressInput
        name={name}
        aria-label={label}
        value={value}
        placeholder={placeholder}
        data-search
        className={`${filterControl} w-60 pr-2 pl-8 placeholder:text-ink-quiet max-md:w-full`}
      />
    </div>
  )
}

/** One of a few; `any` is the choice that does not filter. */
export function FilterSelect({
  name,
  label,
  any,
  options,
  value = '',
}: {
  name: string
  label: string
  any: string
  options: (Option | OptionGroup)[]
  value?: string
}) {
  return (
    <AddressSelect
      name={name}
      aria-label={label}
      value={value}
      className={`${filterControl} select-arrow max-w-44 min-w-0 shrink-0 pl-2.5 text-ellipsis ${value ? 'font-medium' : ''}`}
    >
      <option value="">{any}</option>
      <Options options={options} />
    </AddressSelect>
  )
}

/** A day to filter from or to. */
export function FilterDate({ name, label, value }: { name: string; label: string; value?: string }) {
  return (
    <label className="flex items-center justify-between gap-1.5 text-xs text-ink-quiet">
      {label}
      <AddressInput type="date" name={name} value={value} className={`${filterControl} w-36 px-2 max-md:w-1/2`} />
    </label>
  )
}
