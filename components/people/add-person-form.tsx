import type { FormAction } from '@/lib/forms/form-state'
import { SelectField, TextField } from '../ui/field'
import { Form, FormButtons, SubmitButton } from '../ui/form'
import { LinkButton } from '../ui/button'
import { roleOptions } from './role-options'

/** Adds somebody: who they are, what they may do, the password they begin with. */
export function AddPersonForm({ action, backHref }: { action: FormAction; backHref: string }) {
  return (
    <Form action={action} doneHref={backHref} label="Add person">
      <TextField name="name" label="Name" required maxLength={100} autoFocus autoComplete="off" />
      <TextField name="email" label="Email" type="email" required autoComplete="off" />
      <SelectField name="role" label="Role" options={roleOptions} placeholder="Choose a role" required />
      <TextField
        name="password"
        label="Initial password"
        type="password"
        autoComplete="new-password"
        hint="At least 8 characters. Tell it to them yourself; they can change it after signing in."
        required
        minLength={8}
        maxLength={200}
      />
      <FormButtons>
        <SubmitButton pending="Adding…">Add person</SubmitButton>
        <LinkButton href={backHref} scroll={false}>
          Cancel
        </LinkButton>
      </FormButtons>
    </Form>
  )
}
