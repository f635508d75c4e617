import type { Role } from '@/prisma/generated/enums'

/** Who can do what an absent person of a role does. */
export const substituteRoles: Record<Role, readonly Role[]> = {
  marketer: ['marketer', 'manager', 'admin'],
  rep: ['rep', 'manager', 'admin'],
  manager: ['manager', 'admin'],
  admin: ['admin'],
}
