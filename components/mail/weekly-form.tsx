import type { FormAction } from '@/lib/forms/form-state'
import { Card } from '../ui/card'
import { CheckboxField } from '../ui/field'
import { Form, FormButtons, SubmitButton } from '../ui/form'

/** Whether a person gets the numbers of the week by mail. */
export function WeeklyForm({ action, isWanted, at }: { action: FormAction; isWanted: boolean; at: string }) {
  return (
    <Form action={action} label="The week by mail">
      <Card title="The week by mail">
        <CheckboxField
          name="isWanted"
          label="Send me the numbers of last week"
          hint={`On Mondays at ${at}: the dashboard’s key figures beside those of the week before.`}
          defaultChecked={isWanted}
        />
      </Card>
      <FormButtons>
        <SubmitButton>Save</SubmitButton>
      </FormButtons>
    </Form>
  )
}
