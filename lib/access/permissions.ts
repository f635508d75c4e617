import type { Actor } from '@/lib/access/actor'
import { forbidden } from '@/lib/errors'
import type { Role } from '@/prisma/generated/enums'

/**
 * Who may do what. The words are shown to people; the row rights (a rep edits only own leads) are in scopes.ts
 * and in the finders of each noun. A role that is not named here may do nothing.
 */
export const permissions = {
  'lead.read': { roles: ['marketer', 'rep', 'manager', 'admin'], words: 'see leads' },
  'lead.create': { roles: ['marketer', 'rep', 'manager', 'admin'], words: 'create leads' },
  'lead.edit': { roles: ['marketer', 'rep', 'manager', 'admin'], words: 'edit leads' },
  'lead.close': { roles: ['rep', 'manager', 'admin'], words: 'close and reopen leads' },
  'lead.assign': { roles: ['manager', 'admin'], words: 'reassign leads' },
  'lead.delete': { roles: ['manager', 'admin'], words: 'delete leads' },
  'lead.merge': { roles: ['manager', 'admin'], words: 'merge leads' },
  'lead.markDoNotContact': { roles: ['marketer', 'manager', 'admin'], words: 'mark leads do-not-contact' },
  'duplicate.read': { roles: ['marketer', 'manager', 'admin'], words: 'see possible duplicates' },
  'touch.log': { roles: ['marketer', 'rep', 'manager', 'admin'], words: 'log touches' },
  'touch.void': { roles: ['marketer', 'rep', 'manager', 'admin'], words: 'void touches' },
  'task.plan': { roles: ['marketer', 'rep', 'manager', 'admin'], words: 'plan tasks' },
  'bulk.run': { roles: ['marketer', 'manager', 'admin'], words: 'change many leads at once' },
  'campaign.read': { roles: ['marketer', 'rep', 'manager', 'admin'], words: 'see campaigns' },
  'campaign.edit': { roles: ['marketer', 'manager', 'admin'], words: 'run campaigns' },
  'company.read': { roles: ['marketer', 'rep', 'manager', 'admin'], words: 'see companies' },
  'company.create': { roles: ['marketer', 'rep', 'manager', 'admin'], words: 'create companies' },
  'company.edit': { roles: ['marketer', 'manager', 'admin'], words: 'edit companies' },
  'handoff.read': { roles: ['marketer', 'rep', 'manager', 'admin'], words: 'see handoffs' },
  'handoff.offer': { roles: ['marketer', 'manager', 'admin'], words: 'offer leads to Sales' },
  'handoff.withdraw': { roles: ['marketer', 'manager', 'admin'], words: 'withdraw offers' },
  'handoff.answer': { roles: ['marketer', 'manager', 'admin'], words: 'answer repairs' },
  'handoff.settle': { roles: ['manager', 'admin'], words: 'settle disputed repairs' },
  'handoff.accept': { roles: ['rep', 'manager', 'admin'], words: 'accept leads' },
  'handoff.return': { roles: ['rep', 'manager', 'admin'], words: 'send leads back' },
  'import.leads': { roles: ['marketer', 'manager', 'admin'], words: 'import leads' },
  'import.touchpoints': { roles: ['marketer', 'manager', 'admin'], words: 'import touches' },
  'import.outcomes': { roles: ['manager', 'admin'], words: 'import outcomes' },
  'export.all': { roles: ['manager', 'admin'], words: 'export everything' },
  'report.read': { roles: ['manager', 'admin'], words: 'read dashboards' },
  'view.save': { roles: ['marketer', 'rep', 'manager', 'admin'], words: 'save views of lists' },
  'settings.edit': { roles: ['manager', 'admin'], words: 'change company settings and scoring' },
  'people.read': { roles: ['marketer', 'rep', 'manager', 'admin'], words: 'see who works here' },
  'absence.say': { roles: ['marketer', 'rep', 'manager', 'admin'], words: 'say when they are away' },
  'absence.others': { roles: ['manager', 'admin'], words: 'say when others are away' },
  'people.manage': { roles: ['admin'], words: 'manage people' },
  'notification.own': {
    roles: ['marketer', 'rep', 'manager', 'admin'],
    words: 'read their own notifications',
  },
  'mail.read': { roles: ['admin'], words: 'read the mails that Baton writes' },
  'key.own': { roles: ['marketer', 'rep', 'manager', 'admin'], words: 'manage their own keys and password' },
  'key.others': { roles: ['admin'], words: 'manage the keys of others' },
} as const satisfies Record<string, { roles: readonly Role[]; words: string }>

export type Ability = keyof typeof permissions

/** Whether the actor's role has the ability. For pages and navigation; the check that counts is the gate's. */
export function can(actor: Pick<Actor, 'role'>, ability: Ability): boolean {
  const roles: readonly Role[] = permissions[ability].roles
  return roles.includes(actor.role)
}

/** The roles that have the ability. */
export const rolesThatMay = (ability: Ability): Role[] => [...permissions[ability].roles]

/** Throws FORBIDDEN unless the actor's role has the ability. */
export function authorise(actor: Pick<Actor, 'role'>, ability: Ability): void {
  if (can(actor, ability)) return
  const roles = permissions[ability].roles.map((role) => `${role}s`).join(', ')
  throw forbidden(`Your role (${actor.role}) may not ${permissions[ability].words}. Those who may: ${roles}.`)
}
