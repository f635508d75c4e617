import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/db'
import type { Role } from '@/prisma/generated/enums'

/** The people of every story: Mia warms leads up, Sam and Sara close them, Max manages, Ada administers. */
export type Cast = Record<'mia' | 'sam' | 'sara' | 'max' | 'ada', Actor>

const roles: Record<keyof Cast, Role> = { mia: 'marketer', sam: 'rep', sara: 'rep', max: 'manager', ada: 'admin' }

export async function castOf(): Promise<Cast> {
  const cast: Partial<Cast> = {}
  for (const [key, role] of Object.entries(roles) as [keyof Cast, Role][])
    cast[key] = await db.person.create({
      data: { name: key.charAt(0).toUpperCase() + key.slice(1), email: `${key}@baton.example`, role },
      select: { id: true, name: true, email: true, role: true },
    })
  return cast as Cast
}
