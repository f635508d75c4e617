import * as z from 'zod'
import { makeKey } from '@/lib/access/api-key'
import { db } from '@/lib/db'
import { emailAddress } from '@/lib/fields'
import { commandInput, refuse } from './command-input'

const { email } = commandInput(z.strictObject({ email: emailAddress }))
const person = await db.person.findUnique({ where: { email } })
if (!person) refuse(`Nobody here has the email ${email}.`)
if (person.deactivatedAt) refuse(`${person.name} is deactivated: a key would not work.`)

const { key } = await makeKey(db, person.id, 'Made at the command line', new Date())
console.log(key)
await db.$disconnect()
