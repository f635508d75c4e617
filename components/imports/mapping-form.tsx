'use client'

import { type ReactNode, useState } from 'react'
import { Card } from '@/components/ui/card'
import { CheckboxField, SelectField } from '@/components/ui/field'
import { Form, FormButtons, SubmitButton } from '@/components/ui/form'
import { RadioCards } from '@/components/ui/radio-cards'
import { formatCountOf } from '@/lib/format/format-number'
import type { FormAction } from '@/lib/forms/form-state'
import { type FieldOption, type FileColumn, MappingColumns } from './mapping-columns'
import { ValueMap } from './value-map'

/** A field whose values are words of ours. */
export type WordField = {
  field: string
  label: string
  words: FieldOption[]
  /** What was chosen for empty cells before. */
  chosen: string
  /** What holds where nothing is said. */
  unsaid: string
  /** Which rows need a word. */
  neededBy: string
  /** Our word for each of theirs, by the header of the column. */
  suggested: Record<string, Record<string, string>>
}

/**
 * Chooses what the columns of a file are, their words for ours, what empty cells mean, and begins the import. Before
 * JavaScript the words are those of the columns that were proposed.
 */
export function MappingForm({
  action,
  importId,
  kind,
  columns,
  fields,
  unmapped,
  values,
  wordFields,
  orByEmail,
  offersWarm,
  choosesMode,
  rows,
  proposed,
}: {
  action: FormAction
  importId: string
  kind: string
  columns: FileColumn[]
  fields: FieldOption[]
  unmapped: string
  /** The values of a column, by its header, where they are few. */
  values: Record<string, [string, number][]>
  wordFields: WordField[]
  /** Whether a row whose id is unknown goes by its email, where a file has both. */
  orByEmail: boolean
  /** Whether rows of new or of known leads can be left out. */
  choosesMode: boolean
  /** Whether touches can be asked to offer what becomes warm. */
  offersWarm: boolean
  /** "8,000 rows" */
  rows: string
  /** Where the proposal comes from. */
  proposed: ReactNode
}) {
  const [chosen, setChosen] = useState(() => Object.fromEntries(columns.map(({ header, field }) => [header, field])))
  const headerOf = (field: string) => columns.find(({ header }) => chosen[header] === field)?.header
  return (
    <Form action={action} hidden={{ importId, kind }} label="Columns of the import" className="flex flex-col gap-4">
      <Card title="Columns" aside={proposed}>
        <MappingColumns
          columns={columns}
          fields={fields}
          unmapped={unmapped}
          onChoose={(header, field) => setChosen((before) => ({ ...before, [header]: field }))}
        />
        {headerOf('lead.externalId') !== undefined && headerOf('lead.email') !== undefined ? (
          <div className="mt-4">
            <CheckboxField
              name="orByEmail"
              label="Where no lead has the id, go by the email"
              hint="Exports of deals and activities often carry the ids of contacts, which need not be those of your leads."
              defaultChecked={orByEmail}
            />
          </div>
        ) : null}
      </Card>
      {wordFields.map(({ field, label, words, chosen: before, unsaid, neededBy, suggested }) => {
        const header = headerOf(field)
        const found = header === undefined ? undefined : values[header]
        const empty = found?.find(([value]) => value === '')?.[1] ?? 0
        return (
          <Card key={field}>
            <div className="flex flex-col gap-4">
              {header !== undefined && found && found.some(([value]) => value !== '') ? (
                <ValueMap
                  key={header}
                  {...{ field, label, words }}
                  values={found}
                  suggested={suggested[header] ?? {}}
                />
              ) : null}
              <div className="max-w-md">
                <SelectField
                  name={`default:${field}`}
                  label={header === undefined ? `${label} of all rows` : `${label} of rows where it is empty`}
                  hint={[empty > 0 ? `${formatCountOf(empty, 'row')} without one.` : '', neededBy].join(' ').trim()}
                  options={words}
                  defaultValue={before}
                  placeholder={unsaid}
                />
              </div>
            </div>
          </Card>
        )
      })}
      {choosesMode ? (
        <Card>
          <RadioCards
            name="mode"
            legend="Which rows are taken in?"
            defaultValue="both"
            options={[
              { value: 'both', label: 'All', meaning: 'New leads are made, known ones updated.' },
              { value: 'create', label: 'New leads only', meaning: 'Rows of known leads are skipped.' },
              { value: 'update', label: 'Known leads only', meaning: 'Rows of new leads are skipped.' },
            ]}
          />
          <div className="mt-4 border-t border-line pt-4">
            <CheckboxField
              name="overwriteWithEmpty"
              label="Empty cells take away what known leads have"
              hint="Otherwise an empty cell leaves what is there. The external id and the day of creation always stay."
            />
          </div>
        </Card>
      ) : null}
      {offersWarm ? (
        <Card>
          <CheckboxField
            name="handOff"
            label="Offer to Sales what becomes warm"
            hint="Leads that reach the warm count by these touches join the queue of Sales at once. Leave it out for a history that Sales knows."
          />
        </Card>
      ) : null}
      <FormButtons>
        <SubmitButton pending="Starting…" name="dryRun" value="on">
          Check first
        </SubmitButton>
        <SubmitButton look="secondary" pending="Starting…">
          Import {rows}
        </SubmitButton>
        <p className="text-xs text-ink-quiet max-md:min-w-full">
          Checking writes nothing: it says what the import would do.
        </p>
      </FormButtons>
    </Form>
  )
}
