import { ChevronRight } from 'lucide-react'
import { Card } from '@/components/ui/card'
import { SelectField } from '@/components/ui/field'
import { Form, FormButtons, SubmitButton } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/forms/form-state'
import type { FileShape } from '@/lib/imports/file-shape'
import { delimiterWords, encodingWords, openQuestions, shapeFindings } from '@/lib/imports/shape-in-words'

const shownRows = 10

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** How the file was read, with its first rows, and the way to say that it is written otherwise. */
export function FileReading({
  importId,
  kind,
  shape,
  reread,
}: {
  importId: string
  kind: string
  shape: FileShape
  reread: FormAction
}) {
  const { date, amount, isDateSettled, isAmountSettled } = openQuestions(shape)
  const { headers, samples, top = [], headerAfter = 0, sheet } = shape
  return (
    <Card title="How the file was read">
      <dl className="mb-4 grid grid-cols-2 gap-x-6 gap-y-3 text-sm md:grid-cols-4">
        {shapeFindings(shape).map(({ label, value }) => (
          <div key={label} className="min-w-0">
            <dt className="text-xs text-ink-quiet">{label}</dt>
            <dd className="wrap-break-word">{value}</dd>
          </div>
        ))}
      </dl>
      {date && !isDateSettled ? (
        <Notice kind="warn" title={`Is ${date.value} the day first, or the month?`}>
          Nothing in the column {date.header} tells. It is read with the day first unless you say otherwise below.
        </Notice>
      ) : null}
      {amount && !isAmountSettled ? (
        <div className="mt-2">
          <Notice kind="warn" title={`Is ${amount.value} more than a thousand?`}>
            Nothing in the column {amount.header} tells. A point is taken to stand before cents, a comma between
            thousands, unless you say otherwise below.
          </Notice>
        </div>
      ) : null}
      <div
        role="region"
        aria-label="The first rows"
        tabIndex={0}
        className="my-4 overflow-x-auto rounded-md border border-line"
      >
        <table className="w-full text-left text-xs">
          <caption className="sr-only">The first rows of the file</caption>
          <thead className="bg-sunken">
            <tr>
              {headers.map((header) => (
                <th key={header} scope="col" className="max-w-56 truncate px-3 py-2 font-medium whitespace-nowrap">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {samples.slice(0, shownRows).map((cells, row) => (
              <tr key={row} className="border-t border-line">
                {headers.map((header, at) => (
                  <td key={header} className="max-w-56 truncate px-3 py-1.5 whitespace-nowrap text-ink-soft">
                    {cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details className="group" open={(date && !isDateSettled) || (amount && !isAmountSettled) ? true : undefined}>
        <summary className="inline-flex cursor-pointer items-center gap-1 rounded-sm py-1 text-sm hover:text-ink-soft max-md:min-h-10">
          <ChevronRight className="size-3.5 transition-transform group-open:rotate-90" aria-hidden="true" />
          Something is not right
        </summary>
        <Form
          action={reread}
          hidden={{ importId, kind }}
          label="How the file is written"
          className="mt-3 flex flex-col gap-4"
        >
          <div className="grid gap-4 md:grid-cols-3">
            {sheet === undefined ? (
              <>
                <SelectField
                  name="encoding"
                  label="Encoding"
                  options={options(encodingWords)}
                  defaultValue={shape.encoding}
                />
                <SelectField
                  name="delimiter"
                  label="Between cells"
                  options={options(delimiterWords)}
                  defaultValue={shape.delimiter}
                />
              </>
            ) : null}
            {top.length > 1 ? (
              <SelectField
                name="headerAfter"
                label="Header"
                options={top.slice(0, -1).map(({ line, cells }, nth) => ({
                  value: String(nth),
                  label: `${line}: ${cells.filter(Boolean).join(', ').slice(0, 34)}`,
                }))}
                defaultValue={String(headerAfter)}
              />
            ) : null}
            {date ? (
              <SelectField
                name="dateOrder"
                label={`${date.value} has`}
                options={[
                  { value: 'day first', label: 'the day first' },
                  { value: 'month first', label: 'the month first' },
                ]}
                defaultValue={shape.dateOrder ?? 'day first'}
              />
            ) : null}
            {amount ? (
              <SelectField
                name="decimal"
                label="Before cents stands"
                options={[
                  { value: '.', label: 'a point (1,234.50)' },
                  { value: ',', label: 'a comma (1.234,50)' },
                ]}
                defaultValue={shape.decimal ?? '.'}
              />
            ) : null}
          </div>
          <FormButtons>
            <SubmitButton look="secondary" pending="Reading…">
              Read it again
            </SubmitButton>
          </FormButtons>
        </Form>
      </details>
    </Card>
  )
}
