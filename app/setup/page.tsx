import { redirect } from 'next/navigation'
import { DoorPage } from '@/components/access/door-page'
import { TextField } from '@/components/ui/field'
import { Form, FormButtons, SubmitButton } from '@/components/ui/form'
import { hasAdmin, isSetupCode } from '@/lib/people/create-first-admin'
import { createFirstAdminAction } from './actions'

export const metadata = { title: 'Set up Baton' }

export default async function SetupPage({ searchParams }: PageProps<'/setup'>) {
  if (await hasAdmin()) redirect('/sign-in')
  const { code } = await searchParams
  if (typeof code !== 'string' || !(await isSetupCode(code)))
    return (
      <DoorPage title="Set up Baton" subline="There is no admin yet.">
        <p className="text-sm text-ink-soft">
          Open the link that <code>npm start</code> printed last: it carries a code that is good once, so that nobody
          else can make themselves the admin. Starting again prints a new one.
        </p>
      </DoorPage>
    )
  return (
    <DoorPage title="Set up Baton" subline="You will be the admin, and add the others then.">
      <Form action={createFirstAdminAction} hidden={{ code }} label="First admin">
        <TextField name="name" label="Your name" autoComplete="name" required maxLength={100} autoFocus />
        <TextField name="email" label="Email" type="email" autoComplete="username" required />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="new-password"
          hint="At least 8 characters."
          required
          minLength={8}
          maxLength={200}
        />
        <FormButtons>
          <SubmitButton pending="Creating…">Create the admin</SubmitButton>
        </FormButtons>
      </Form>
    </DoorPage>
  )
}
