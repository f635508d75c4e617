import type { FormAction } from '@/lib/forms/form-state'
import { LinkButton } from '../ui/button'
import { SelectField, type Option } from '../ui/field'
import { Form, FormButtons, SubmitButton } from '../ui/form'

/** A manager gives a lead to another owner or rep; only what is changed here is changed. */
export function AssignForm({
  action,
  leadId,
  owner,
  rep,
  owners,
  reps,
  doneHref,
  cancelHref,
}: {
  action: FormAction
  leadId: string
  owner: string
  rep: string
  owners: Option[]
  reps: Option[]
  doneHref: string
  cancelHref: string
}) {
  return (
    <Form
      action={action}
      hidden={{ leadId, ownerBefore: owner, repBefore: rep }}
      doneHref={doneHref}
      label="Owner and rep"
    >
      <SelectField
        name="owner"
        label="Owner"
        hint="Marketing’s side."
        options={owners}
        placeholder="Nobody"
        defaultValue={owner}
      />
      <SelectField
        name="rep"
        label="Rep"
        hint="Sales’ side. A rep who is given a waiting lead accepts it thereby."
        options={reps}
        placeholder="Nobody"
        defaultValue={rep}
      />
      <FormButtons>
        <SubmitButton>Save</SubmitButton>
        <LinkButton href={cancelHref} scroll={false}>
          Cancel
        </LinkButton>
      </FormButtons>
    </Form>
  )
}
