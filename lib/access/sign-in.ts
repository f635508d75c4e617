import 'server-only'
import * as z from 'zod'
import { isPasswordOf } from '@/lib/access/password'
import { openSession } from '@/lib/access/sessions'
import { countTry, forgetTry } from '@/lib/access/sign-in-tries'
import { db } from '@/lib/db'
import { unauthenticated } from '@/lib/errors'
import { emailAddress } from '@/lib/fields'
import { parseInput } from '@/lib/parse-input'

const signInInput = z.object({
  email: emailAddress,
  password: z.string('Write your password.').min(1, 'Write your password.').max(200, 'Use at most 200 characters.'),
})

/** Where somebody comes from: the network address and what the browser calls itself. */
export type Visitor = { address: string; userAgent: string | null }

/**
 * Signs in by email and password, and returns the id of the session. An unknown email, a wrong password and a
 * deactivated person get the same words after the same time.
 *
 * Throws INVALID (empty fields), UNAUTHENTICATED (not right), TOO_MANY.
 */
export async function signIn(input: unknown, visitor: Visitor, now = new Date()): Promise<string> {
  const { email, password } = parseInput(signInInput, input)
  const attempt = { address: visitor.address, email }
  await countTry(attempt)
  const person = await db.person.findUnique({ where: { email }, select: { id: true, passwordHash: true } })
  const isRight = await isPasswordOf(person?.passwordHash, password)
  const sessionId = isRight && person ? await openIfUnchanged(person, visitor, now) : null
  if (!sessionId) throw unauthenticated('This email and password do not go together. Look at both, then try again.')
  await forgetTry(attempt)
  return sessionId
}

type Checked = { id: string; passwordHash: string | null }

/** The password may have been changed, or the person deactivated, while it was being checked. */
async function openIfUnchanged({ id, passwordHash }: Checked, { userAgent }: Visitor, now: Date) {
  return db.$transaction(async (tx) => {
    const unchanged = await tx.$queryRaw<unknown[]>`
      select 1 from person
      where id = ${id}::uuid and password_hash = ${passwordHash} and deactivated_at is null
      for share`
    return unchanged.length > 0 ? openSession(tx, id, userAgent, now) : null
  })
}
