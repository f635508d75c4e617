import { Card } from '@/components/ui/card'
import { Form, FormButtons, SubmitButton } from '@/components/ui/form'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import type { FormAction } from '@/lib/forms/form-state'

type Line = { line: number; words: string }

const shown = 20

function Lines({ lines }: { lines: Line[] }) {
  return (
    <ul className="flex flex-col text-sm">
      {lines.slice(0, shown).map(({ line, words }) => (
        <li
          key={line}
          className="grid gap-x-4 border-t border-line py-2 first:border-t-0 md:grid-cols-[5rem_minmax(0,1fr)]"
        >
          <span className="text-ink-quiet tabular-nums">Line {formatCount(line)}</span>
          <span className="min-w-0 break-words">{words}</span>
        </li>
      ))}
      {lines.length > shown ? (
        <li className="border-t border-line py-2 text-ink-quiet">and {formatCount(lines.length - shown)} more</li>
      ) : null}
    </ul>
  )
}

/** The lines of a list that mean nobody we know, to be made leads of at a press, and those that are not clear. */
export function AttendeesNotFound({
  action,
  list,
  backHref,
  unmatched,
  unclear,
}: {
  action: FormAction
  list: string
  backHref: string
  unmatched: Line[]
  unclear: Line[]
}) {
  return (
    <>
      {unmatched.length > 0 ? (
        <Card title="Not among the leads" aside={formatCountOf(unmatched.length, 'line')}>
          <Form action={action} hidden={{ importId: list }} doneHref={backHref} className="flex flex-col gap-4">
            <Lines lines={unmatched} />
            <FormButtons>
              <SubmitButton look="secondary" pending="Making…">
                Make {formatCountOf(unmatched.length, 'lead')} of them
              </SubmitButton>
            </FormButtons>
          </Form>
        </Card>
      ) : null}
      {unclear.length > 0 ? (
        <Card title="Not clear" aside={formatCountOf(unclear.length, 'line')}>
          <Lines lines={unclear} />
        </Card>
      ) : null}
    </>
  )
}
