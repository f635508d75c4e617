import type { Prisma } from '@/prisma/generated/client'

/** What a mail's answer is made from; its two bodies are read one mail at a time. */
export const mailInclude = { person: { select: { id: true, name: true, email: true } } } satisfies Prisma.MailInclude

type MailRow = Prisma.MailGetPayload<{ include: typeof mailInclude; omit: { text: true; html: true } }>

/** A mail of the outbox. `recipient` and `subject` are null until it has been put into words. */
export const mailShape = ({
  id,
  person,
  recipient,
  subject,
  state,
  createdAt,
  settledAt,
  failure,
  tries,
  digestOn,
}: MailRow) => ({
  id,
  person,
  recipient,
  subject,
  state,
  createdAt,
  settledAt,
  failure,
  tries,
  isDigest: digestOn !== null,
})

export type MailShape = ReturnType<typeof mailShape>
