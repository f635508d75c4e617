import 'server-only'
import { createHash } from 'node:crypto'
import { hashPassword } from '@/lib/access/password'
import { openSession } from '@/lib/access/sessions'
import { db, type Tx } from '@/lib/db'
import { conflict, type DomainError, invalid } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { firstAdminInput } from '@/lib/people/input'

const hashOfCode = (code: string) => createHash('sha256').update(code).digest('hex')

/** Whether there is an admin who can sign in; then the door for the first one is closed. */
export async function hasAdmin(tx: Tx = db): Promise<boolean> {
  return (await tx.person.findFirst({ where: { role: 'admin', deactivatedAt: null }, select: { id: true } })) !== null
}

/** Whether this is the code that the start of Baton printed, unused. */
export async function isSetupCode(code: string, tx: Tx = db): Promise<boolean> {
  return (await tx.settings.count({ where: { id: 1, setupCodeHash: hashOfCode(code) } })) === 1
}

/**
 * Creates the first admin, by the one-time code that only those who run Baton have seen, and signs them in: nobody is
 * there yet who could be asked for a right. The code is spent in the same transaction, so of two who use it one wins.
 * Returns the id of the session. Throws INVALID (a wrong code and wrong fields), CONFLICT when there is an admin.
 */
export async function createFirstAdmin(input: unknown, userAgent: string | null, now = new Date()): Promise<string> {
  const { code, password, ...facts } = parseInput(firstAdminInput, input)
  if (!(await isSetupCode(code))) throw await whyNot(db)
  const passwordHash = await hashPassword(password)
  return db.$transaction(async (tx) => {
    const spent = await tx.settings.updateMany({
      where: { id: 1, setupCodeHash: hashOfCode(code) },
      data: { setupCodeHash: null },
    })
    if (spent.count === 0 || (await hasAdmin(tx))) throw await whyNot(tx)
    const [admin] = await tx.person.createManyAndReturn({
      data: [{ ...facts, role: 'admin', passwordHash, createdAt: now }],
      skipDuplicates: true,
      select: { id: true },
    })
    if (!admin) throw invalid({ email: 'Somebody here has this email already. Take another.' })
    return openSession(tx, admin.id, userAgent, now)
  })
}

async function whyNot(tx: Tx): Promise<DomainError> {
  return (await hasAdmin(tx))
    ? conflict('There is an admin already. Sign in, or ask them to add you.')
    : invalid({ code: 'This code does not hold any more. Take the link that the last npm start printed.' })
}
