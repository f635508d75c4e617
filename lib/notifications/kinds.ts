import type { NotificationKind, NotificationVia, Role } from '@/prisma/generated/enums'

/** What is told, and how each role is told of it until a person chooses otherwise. A role that is left out never is. */
type KindOfNotification = {
  words: string
  meaning: string
  defaults: Partial<Record<Role, NotificationVia>>
  /** Everybody of these roles is told, besides those whom it is about. */
  toRoles?: readonly Role[]
  /** Imports record the past, of which nobody is told but this. */
  alsoByImports?: true
}

export const notificationKinds: Record<NotificationKind, KindOfNotification> = {
  hot_waiting: {
    words: 'A hot lead waits',
    meaning: 'It waits for Sales, and nobody has taken it.',
    defaults: { rep: 'bell' },
    toRoles: ['rep'],
    alsoByImports: true,
  },
  offer_given: {
    words: 'A lead is offered to you',
    meaning: 'It waits for you alone until its time has passed.',
    defaults: { rep: 'bell' },
    alsoByImports: true,
  },
  lead_given: {
    words: 'A lead is given to you',
    meaning: 'You are its owner or its rep from then on.',
    defaults: { marketer: 'bell', rep: 'mail', manager: 'bell', admin: 'bell' },
  },
  accepted: {
    words: 'Sales accepts your lead',
    meaning: 'One that you offered or own.',
    defaults: { marketer: 'bell', manager: 'bell', admin: 'bell' },
  },
  repair: {
    words: 'Your lead comes back for repair',
    meaning: 'Sales waits for your answer.',
    defaults: { marketer: 'mail', manager: 'mail', admin: 'mail' },
  },
  sent_back: {
    words: 'Your lead is recycled or disqualified',
    meaning: 'Sales does not want it now, or at all.',
    defaults: { marketer: 'bell', manager: 'bell', admin: 'bell' },
  },
  to_settle: {
    words: 'A repair is yours to settle',
    meaning: 'Marketing disputes it, or it is the second of its lead.',
    defaults: { manager: 'mail', admin: 'bell' },
    toRoles: ['manager', 'admin'],
  },
  settled: {
    words: 'A repair is settled',
    meaning: 'What the manager decided of a lead that you handed over, or sent back.',
    defaults: { marketer: 'bell', rep: 'bell', manager: 'bell', admin: 'bell' },
  },
  promise_broken: {
    words: 'A promise is broken',
    meaning: 'An offer, a first touch or a repair is overdue. Managers are told of all.',
    defaults: { marketer: 'mail', rep: 'mail', manager: 'digest', admin: 'none' },
    toRoles: ['manager', 'admin'],
  },
  escalated: {
    words: 'A broken promise is still open',
    meaning: 'As much time again has passed, and nothing was done.',
    defaults: { manager: 'mail', admin: 'bell' },
    toRoles: ['manager', 'admin'],
  },
  task_due: {
    words: 'A task of yours is due',
    meaning: 'At the time that was planned.',
    defaults: { marketer: 'bell', rep: 'bell', manager: 'bell', admin: 'bell' },
  },
  lead_woke: {
    words: 'Your lead wakes',
    meaning: 'A recycled one is to be warmed up again.',
    defaults: { marketer: 'bell', manager: 'bell', admin: 'bell' },
  },
  closed: {
    words: 'Your lead is won or lost',
    meaning: 'One that you own.',
    defaults: { marketer: 'bell', manager: 'bell', admin: 'bell' },
  },
}

const allKinds = Object.keys(notificationKinds) as NotificationKind[]

/** The kinds that a role may be told of, in the order in which they are shown. */
export const kindsOf = (role: Role): NotificationKind[] =>
  allKinds.filter((kind) => notificationKinds[kind].defaults[role] !== undefined)
