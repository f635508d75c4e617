import type { Role } from '@/prisma/generated/enums'

/** Who asks: the signed-in person, or the person a key belongs to. */
export type Actor = {
  id: string
  name: string
  email: string
  role: Role
}
