import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { db } from '@/lib/db'
import { commandInput, refuse } from './command-input'

const { email } = commandInput(z.object({ email: z.string().trim().toLowerCase() }))
const person = await db.person.findUnique({ where: { email } })
if (!person) refuse(`Nobody here has the email ${email}.`)
if (person.deactivatedAt) refuse(`${person.name} is deactivated: a key would not work.`)

const key = `baton_${randomBytes(24).toString('base64url')}`
await db.apiKey.create({
  data: {
    personId: person.id,
    name: 'Made at the command line',
    keyHash: createHash('sha256').update(key).digest('hex'),
    prefix: key.slice(0, 12),
  },
})
console.log(key)
await db.$disconnect()
