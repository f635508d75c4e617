import { redirect } from 'next/navigation'
import { DoorPage } from '@/components/access/door-page'
import { TextField } from '@/components/ui/field'
import { Form, FormButtons, SubmitButton } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { actorOrNull } from '@/lib/access/current-actor'
import { safePath } from '@/lib/access/safe-path'
import { signInAction } from './actions'

export const metadata = { title: 'Sign in' }

/** What next-auth says in the address after a refusal at its own door. */
const refusals: Record<string, string> = {
  CredentialsSignin: 'This email and password do not go together. Look at both, then try again.',
  TooMany: 'Too many tries. Wait a quarter of an hour, then try again.',
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const params = await searchParams
  const to = safePath(one(params.to))
  if (await actorOrNull()) redirect(to)
  const error = one(params.error)
  return (
    <DoorPage title="Sign in" subline={to === '/' ? undefined : 'Then you go on to the page you asked for.'}>
      {error ? (
        <div className="mb-4">
          <Notice kind="error">
            {(Object.hasOwn(refusals, error) ? refusals[error] : null) ?? 'Signing in did not work. Try again.'}
          </Notice>
        </div>
      ) : null}
      <Form action={signInAction} hidden={{ to }} label="Sign in">
        <TextField name="email" label="Email" type="email" autoComplete="username" required autoFocus />
        <TextField name="password" label="Password" type="password" autoComplete="current-password" required />
        <FormButtons>
          <SubmitButton pending="Signing in…">Sign in</SubmitButton>
        </FormButtons>
      </Form>
      <p className="mt-5 text-xs text-ink-quiet">Forgot your password? An admin of your company can set a new one.</p>
    </DoorPage>
  )
}
