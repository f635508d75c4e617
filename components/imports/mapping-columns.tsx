'use client'

import { SelectField } from '@/components/ui/field'

export type FileColumn = {
  header: string
  /** Some of its cells, different ones. */
  samples: string[]
  /** The field that is chosen; '' for none of ours. */
  field: string
}

export type FieldOption = { value: string; label: string }

/** Each column of the file with some of its cells and the field it becomes. */
export function MappingColumns({
  columns,
  fields,
  unmapped,
  onChoose,
}: {
  columns: FileColumn[]
  fields: FieldOption[]
  /** What becomes of a column that is no field of ours. */
  unmapped: string
  onChoose: (header: string, field: string) => void
}) {
  return (
    <div role="table" aria-label="Columns of the file" className="flex flex-col">
      <div role="row" className="flex gap-4 border-b border-line pb-2 text-xs text-ink-quiet max-md:sr-only">
        <span role="columnheader" className="w-1/4">
          Column
        </span>
        <span role="columnheader" className="flex-1">
          What stands in it
        </span>
        <span role="columnheader" className="w-64">
          Becomes
        </span>
      </div>
      {columns.map(({ header, samples, field }) => (
        <div
          key={header}
          role="row"
          className="flex items-center gap-x-4 gap-y-1.5 border-b border-line py-2.5 max-md:flex-col max-md:items-stretch"
        >
          <span role="cell" className="w-1/4 truncate text-sm font-medium max-md:w-auto" title={header}>
            {header}
          </span>
          <span role="cell" className="min-w-0 flex-1 truncate text-xs text-ink-quiet">
            {samples.length > 0 ? samples.join(' · ') : 'Empty'}
          </span>
          <span role="cell" className="w-64 max-md:w-auto">
            <SelectField
              name={`column:${header}`}
              label={`${header} becomes`}
              hideLabel
              defaultValue={field}
              options={fields}
              placeholder={unmapped}
              onChange={(event) => onChoose(header, event.target.value)}
            />
          </span>
        </div>
      ))}
    </div>
  )
}
