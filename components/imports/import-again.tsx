import { Card } from '@/components/ui/card'
import { SelectField, type Option } from '@/components/ui/field'
import { Form, FormButtons, SubmitButton } from '@/components/ui/form'
import type { FormAction } from '@/lib/forms/form-state'

/** The same file once more, as something else: nobody uploads it twice. */
export function ImportAgain({ importId, kinds, action }: { importId: string; kinds: Option[]; action: FormAction }) {
  return (
    <Card title="Import this file again">
      <p className="mb-3 text-sm text-ink-soft">
        The file is still here. A list of leads often holds their first touch too.
      </p>
      <Form action={action} hidden={{ importId }} className="flex flex-wrap items-end gap-3">
        <div className="w-48 max-md:w-full">
          <SelectField name="kind" label="As" options={kinds} />
        </div>
        <FormButtons>
          <SubmitButton look="secondary" pending="Preparing…">
            Choose columns
          </SubmitButton>
        </FormButtons>
      </Form>
    </Card>
  )
}
