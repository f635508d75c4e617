import type { Role } from '@/prisma/generated/enums'

const WHAT: Record<Role, string> = {
  marketer: 'Marketer: logs campaign touches, offers leads',
  rep: 'Sales rep: works the queue, closes leads',
  manager: 'Manager: reads the dashboard, sets the rules',
  admin: 'Admin: all of it, and people and keys',
}

/** The roles with what they are for, for a select. */
export const roleOptions = (['marketer', 'rep', 'manager', 'admin'] as const).map((value) => ({
  value,
  label: WHAT[value],
}))
