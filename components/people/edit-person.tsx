import { Link } from '@/components/ui/link'
import type { ReactNode } from 'react'
import type { FormAction } from '@/lib/forms/form-state'
import type { Role } from '@/prisma/generated/enums'
import { SelectField, TextField } from '../ui/field'
import { Form, SubmitButton } from '../ui/form'
import { roleOptions } from './role-options'

type Person = {
  id: string
  name: string
  role: Role
  deactivatedAt: Date | null
  repLeads: number
  ownedLeads: number
  keys: number
}

export type PersonActions = Record<'changeRole' | 'setPassword' | 'deactivate' | 'reactivate', FormAction>

/** What an admin can change about somebody, each with its own button. */
export function EditPerson({
  person,
  actions,
  backHref,
}: {
  person: Person
  actions: PersonActions
  backHref: string
}) {
  const about = { hidden: { personId: person.id }, doneHref: backHref }
  if (person.deactivatedAt)
    return (
      <Part title="Deactivated">
        <Standing person={person} />
        <Form action={actions.reactivate} {...about} label="Reactivate">
          <div>
            <SubmitButton>Reactivate {person.name}</SubmitButton>
          </div>
        </Form>
      </Part>
    )
  return (
    <div className="flex flex-col gap-6">
      <Form action={actions.changeRole} {...about} label="Change role">
        <SelectField name="role" label="Role" options={roleOptions} defaultValue={person.role} required />
        <div>
          <SubmitButton look="secondary">Change role</SubmitButton>
        </div>
      </Form>
      <Form action={actions.setPassword} {...about} label="Set a new password">
        <TextField
          name="password"
          label="New password"
          type="password"
          autoComplete="new-password"
          hint="For somebody who forgot theirs. They are signed out everywhere."
          required
          minLength={8}
          maxLength={200}
        />
        <div>
          <SubmitButton look="secondary">Set password</SubmitButton>
        </div>
      </Form>
      <Part title="Leaves the company">
        <Standing person={person} />
        <Form action={actions.deactivate} {...about} label="Deactivate">
          <div>
            <SubmitButton look="danger" pending="Deactivating…">
              Deactivate {person.name}
            </SubmitButton>
          </div>
        </Form>
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-sm font-medium">{title}</h3>
      {children}
    </section>
  )
}

const counted = (count: number, one: string, many: string) => (count === 1 ? `one ${one}` : `${count} ${many}`)

/** What hangs on the person: leads stay, sessions and keys do not. */
function Standing({ person: { id, name, deactivatedAt, repLeads, ownedLeads, keys } }: { person: Person }) {
  const leads = [
    { count: repLeads, href: `/leads?outcome=OPEN&rep=${id}`, as: 'rep' },
    { count: ownedLeads, href: `/leads?outcome=OPEN&owner=${id}`, as: 'owner' },
  ].filter(({ count }) => count > 0)
  return (
    <div className="flex flex-col gap-2 text-sm text-ink-soft">
      <p>
        {deactivatedAt
          ? `${name} can sign in again with the password and role of before; keys have to be made anew.`
          : `${name} is signed out everywhere at once${keys > 0 ? `, and ${counted(keys, 'key stops', 'keys stop')} working for good` : ''}.`}
      </p>
      {leads.map(({ count, href, as }) => (
        <p key={as}>
          {name} {deactivatedAt ? 'is still' : 'stays'} the {as} of{' '}
          <Link href={href} className="font-medium text-ink underline underline-offset-2">
            {counted(count, 'open lead', 'open leads')}
          </Link>{' '}
          until somebody reassigns {count === 1 ? 'it' : 'them'}.
        </p>
      ))}
      {leads.length === 0 ? <p>{name} has no open leads.</p> : null}
    </div>
  )
}
