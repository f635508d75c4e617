'use server'

import { formAction } from '@/lib/forms/form-action'
import { addPerson } from '@/lib/people/add-person'
import { changeRole } from '@/lib/people/change-role'
import { deactivatePerson } from '@/lib/people/deactivate-person'
import { reactivatePerson } from '@/lib/people/reactivate-person'
import { setPassword } from '@/lib/people/set-password'

export const addPersonAction = formAction(
  ({ text, typed }) => ({
    name: text('name'),
    email: text('email'),
    role: text('role'),
    password: typed('password'),
  }),
  addPerson,
  ({ name }) => ({ message: `${name} can sign in now. Tell them the password; they can change it.` }),
)

export const changeRoleAction = formAction(
  ({ text }) => ({ personId: text('personId'), role: text('role') }),
  changeRole,
  ({ name, role }) => ({ message: `${name} is ${role === 'admin' ? 'an' : 'a'} ${role} from now on.` }),
)

export const setPasswordAction = formAction(
  ({ text, typed }) => ({ personId: text('personId'), password: typed('password') }),
  setPassword,
  ({ name }) => ({ message: `${name} has a new password and is signed out everywhere.` }),
)

export const deactivatePersonAction = formAction(
  ({ text }) => ({ personId: text('personId') }),
  deactivatePerson,
  ({ name }) => ({ message: `${name} can no longer sign in.` }),
)

export const reactivatePersonAction = formAction(
  ({ text }) => ({ personId: text('personId') }),
  reactivatePerson,
  ({ name }) => ({ message: `${name} can sign in again.` }),
)
