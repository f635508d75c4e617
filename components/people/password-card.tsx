import type { FormAction } from '@/lib/forms/form-state'
import { Card } from '../ui/card'
import { TextField } from '../ui/field'
import { Form, FormButtons, SubmitButton } from '../ui/form'

/** Changing one's own password. The hidden email tells password managers whose it is. */
export function PasswordCard({ action, email }: { action: FormAction; email: string }) {
  return (
    <Card title="Password">
      <Form action={action} label="Change password" className="flex max-w-sm flex-col gap-4">
        <input type="text" name="email" defaultValue={email} autoComplete="username" hidden readOnly />
        <TextField
          name="oldPassword"
          label="Present password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
        />
        <TextField
          name="newPassword"
          label="New password"
          type="password"
          autoComplete="new-password"
          hint="At least 8 characters. You stay signed in here and are signed out everywhere else."
          required
          minLength={8}
          maxLength={200}
        />
        <FormButtons>
          <SubmitButton>Change password</SubmitButton>
        </FormButtons>
      </Form>
    </Card>
  )
}
