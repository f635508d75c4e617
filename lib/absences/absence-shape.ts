import type { Prisma } from '@/prisma/generated/client'

const person = { select: { id: true, name: true } } as const

export const absenceInclude = { person, substitute: person } satisfies Prisma.AbsenceInclude

const written = (day: Date) => day.toISOString().slice(0, 10)

/** An absence as the API answers it and as pages read it. */
export const absenceShape = ({
  id,
  person: who,
  substitute,
  startsOn,
  endsOn,
}: Prisma.AbsenceGetPayload<{ include: typeof absenceInclude }>) => ({
  id,
  person: who,
  from: written(startsOn),
  to: written(endsOn),
  substitute,
})

export type AbsenceShape = ReturnType<typeof absenceShape>
