import type { FormAction } from '@/lib/forms/form-state'
import { LinkButton } from '../ui/button'
import { CheckboxField, TextField } from '../ui/field'
import { Form, FormButtons, SubmitButton } from '../ui/form'

type View = { id: string; name: string; isShared: boolean }

const isShared = (isOn?: boolean) => (
  <CheckboxField
    name="isShared"
    label="Share with everybody"
    hint="Each sees in it only the leads they may see."
    defaultChecked={isOn}
  />
)

/** Keeps the list as it is seen under a name. */
export function SaveViewForm({
  action,
  list,
  query,
  cancelHref,
}: {
  action: FormAction
  list: string
  query: string
  cancelHref: string
}) {
  return (
    <Form action={action} hidden={{ list, query }} label="Save view">
      <TextField
        name="name"
        label="Name"
        required
        maxLength={60}
        autoFocus
        autoComplete="off"
        placeholder="Silent for a month"
      />
      {isShared()}
      <FormButtons>
        <SubmitButton>Save view</SubmitButton>
        <LinkButton href={cancelHref} scroll={false}>
          Cancel
        </LinkButton>
      </FormButtons>
    </Form>
  )
}

/** The name of a view, and who sees it. */
export function EditViewForm({
  action,
  view,
  doneHref,
  deleteHref,
}: {
  action: FormAction
  view: View
  doneHref: string
  deleteHref: string
}) {
  return (
    <Form action={action} hidden={{ viewId: view.id }} doneHref={doneHref} label="Edit view">
      <TextField
        name="name"
        label="Name"
        required
        maxLength={60}
        defaultValue={view.name}
        autoFocus
        autoComplete="off"
      />
      {isShared(view.isShared)}
      <FormButtons>
        <SubmitButton>Save</SubmitButton>
        <LinkButton href={deleteHref} scroll={false} look="danger">
          Delete view
        </LinkButton>
      </FormButtons>
    </Form>
  )
}
