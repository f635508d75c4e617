import type { FormAction } from '@/lib/forms/form-state'
import type { MergePage, MergeRow } from '@/lib/merges/merge-page'
import type { MergeSide } from '@/lib/merges/merged-facts'
import { LinkButton } from '../ui/button'
import { Form, FormButtons, SubmitButton } from '../ui/form'

/** Two leads field by field: where they differ, whose fact is kept; at the end the button that merges them. */
export function MergeForm({ page, action, cancelHref }: { page: MergePage; action: FormAction; cancelHref: string }) {
  const { kept, gone, rows, tags } = page
  const known = rows.filter((row) => row.kept !== null || row.gone !== null)
  return (
    <Form
      action={action}
      hidden={{
        keptId: kept.id,
        goneId: gone.id,
        keptVersion: String(kept.version),
        goneVersion: String(gone.version),
      }}
      label="Merge"
    >
      <div className="overflow-clip rounded-lg border border-line bg-surface">
        <div
          aria-hidden="true"
          className="grid grid-cols-2 gap-x-3 border-b border-line px-4 py-2.5 text-xs font-medium text-ink-quiet md:grid-cols-[8rem_minmax(0,1fr)_minmax(0,1fr)]"
        >
          <span className="max-md:hidden">Fact</span>
          <span>From the lead that stays</span>
          <span>From the lead that goes</span>
        </div>
        {known.map((row) => (
          <FactRow key={row.field} row={row} />
        ))}
        {tags.length > 0 ? (
          <div className="grid gap-x-3 gap-y-1 px-4 py-2.5 text-sm md:grid-cols-[8rem_minmax(0,1fr)]">
            <span className="text-ink-quiet">Tags of both</span>
            <span className="min-w-0 break-words">{tags.join(', ')}</span>
          </div>
        ) : null}
      </div>
      <FormButtons>
        <SubmitButton pending="Merging…">Merge the two leads</SubmitButton>
        <LinkButton href={cancelHref}>Cancel</LinkButton>
      </FormButtons>
    </Form>
  )
}

function FactRow({ row: { field, label, kept, gone, proposed, isSame } }: { row: MergeRow }) {
  const grid =
    'grid grid-cols-2 gap-x-3 gap-y-1 border-b border-line px-4 py-2 last:border-b-0 md:grid-cols-[8rem_minmax(0,1fr)_minmax(0,1fr)]'
  if (isSame)
    return (
      <div className={`${grid} text-sm`}>
        <span className="py-1.5 text-ink-quiet max-md:col-span-2 max-md:pb-0">{label}</span>
        <span className="col-span-2 min-w-0 py-1.5 break-words max-md:pt-0">
          {kept} <span className="text-xs text-ink-quiet">the same in both</span>
        </span>
      </div>
    )
  const sides: [MergeSide, string | null][] = [
    ['kept', kept],
    ['gone', gone],
  ]
  return (
    <fieldset className={grid}>
      <legend className="float-left py-1.5 text-sm text-ink-quiet max-md:col-span-2 max-md:w-full max-md:pb-0">
        {label}
      </legend>
      {sides.map(([side, fact]) => (
        <label
          key={side}
          className="-mx-1.5 flex min-h-8.5 min-w-0 cursor-pointer items-start gap-2 rounded-md px-1.5 py-1.5 text-sm hover:bg-hover has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus max-md:min-h-11 max-md:py-2.5"
        >
          <input
            type="radio"
            name={`field.${field}`}
            value={side}
            defaultChecked={side === proposed}
            className="mt-0.5 size-4 shrink-0 accent-ink focus-visible:outline-none"
          />
          <span className="min-w-0 break-words">
            {fact ?? <span className="font-normal text-ink-quiet">nothing</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
