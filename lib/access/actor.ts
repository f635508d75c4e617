import type { Role } from '@/prisma/generated/enums'

/** Who asks: the signed-in person, or the person a key belongs to. */
export type Actor = {
  id: string
  name: string
  email: string
  role: Role
  /** Reps who are away today and whose leads this rep works meanwhile. */
  standsInFor?: readonly string[]
}
