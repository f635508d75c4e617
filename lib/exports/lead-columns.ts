/** What Baton itself counts and decides about a lead: no import can say it in a file of leads. */
export const standingColumns = [
  'rep',
  'stage',
  'outcome',
  'lostReason',
  'closedAt',
  'desk',
  'touchCount',
  'lifetimeTouchCount',
  'marketingTouchCount',
  'salesTouchCount',
  'lastTouchAt',
  'warmedAt',
  'hotAt',
  'doNotContact',
] as const

/** The columns of an export of leads in their order. Those that an import knows are called as there, so that an export can be imported. */
const leadColumns = [
  'id',
  'externalId',
  'email',
  'firstName',
  'lastName',
  'phone',
  'title',
  'company.name',
  'company.domain',
  'company.employees',
  'source',
  'value',
  'currency',
  'tags',
  'createdAt',
  'owner',
  ...standingColumns,
  'details',
] as const

export type LeadColumn = (typeof leadColumns)[number]

/** What a column of the list of leads shows, where it is called otherwise there. */
const shownBy: Record<string, LeadColumn[]> = {
  name: ['firstName', 'lastName', 'title'],
  company: ['company.name'],
  domain: ['company.domain'],
  desk: ['desk', 'outcome', 'doNotContact'],
  people: ['owner', 'rep'],
  value: ['value', 'currency'],
  lifetimeTouches: ['lifetimeTouchCount'],
}

/** What names a lead comes first, whatever is chosen: so the file can be imported, and Baton knows it as its own. */
const always: LeadColumn[] = ['id', 'externalId', 'email']

const isColumn = (name: string): name is LeadColumn => (leadColumns as readonly string[]).includes(name)

/** The columns of a file by those that a list shows, in its order; all of them where nothing is chosen. */
export function leadColumnsOf(shown?: string[]): LeadColumn[] {
  if (!shown) return [...leadColumns]
  return [...new Set([...always, ...shown.flatMap((name) => shownBy[name] ?? (isColumn(name) ? [name] : []))])]
}

/** What a list of leads shows, as its export takes it: the name is always among it. Null: nothing is chosen. */
export function columnsToExport(chosen: string | undefined): string | null {
  if (!chosen) return null
  const words = ['name', ...chosen.split(',').map((word) => word.trim())]
  return [...new Set(words)].filter(isLeadColumn).join(',')
}

/** Whether a name is a column of the list or of the file. */
export const isLeadColumn = (name: string): boolean => Object.hasOwn(shownBy, name) || isColumn(name)
