import type { Role } from '@/prisma/generated/enums'

/** A person as everybody here may see them. */
export type PersonShape = { id: string; name: string; email: string; role: Role }

export const personFields = { id: true, name: true, email: true, role: true } as const
