import type { Role } from '@/prisma/generated/enums'
import { ROLE_WORDS } from '../shell/person-menu'
import { Avatar } from '../ui/avatar'
import { Badge } from '../ui/badge'
import { DateTime } from '../ui/date-time'
import { Count } from '../ui/number'
import { type Column, DataTable } from '../ui/table'

export type ListedPerson = {
  id: string
  name: string
  email: string
  role: Role
  deactivatedAt: Date | null
  lastSignInAt: Date | null
  repLeads: number
  ownedLeads: number
}

const columnsFor = (ownId: string, zone: string, now: Date): Column<ListedPerson>[] => [
  {
    key: 'name',
    header: 'Name',
    cell: ({ id, name }) => (
      <span className="inline-flex items-center gap-2.5">
        <Avatar name={name} />
        {name}
        {id === ownId ? <span className="font-normal text-ink-quiet">(you)</span> : null}
      </span>
    ),
  },
  { key: 'email', header: 'Email', cell: ({ email }) => <span className="text-ink-soft">{email}</span> },
  { key: 'role', header: 'Role', width: 'w-32', card: 'aside', cell: ({ role }) => ROLE_WORDS[role] },
  {
    key: 'ownedLeads',
    header: 'Owner of',
    width: 'w-28',
    align: 'right',
    card: 'hidden',
    cell: ({ ownedLeads }) => <Count value={ownedLeads} />,
  },
  {
    key: 'repLeads',
    header: 'Rep of',
    width: 'w-28',
    align: 'right',
    card: 'hidden',
    cell: ({ repLeads }) => <Count value={repLeads} />,
  },
  {
    key: 'lastSignInAt',
    header: 'Last sign-in',
    width: 'w-44',
    card: 'labelled',
    cell: ({ lastSignInAt }) =>
      lastSignInAt ? (
        <DateTime at={lastSignInAt} zone={zone} now={now} />
      ) : (
        <span className="text-ink-quiet">never</span>
      ),
  },
  {
    key: 'standing',
    header: 'Standing',
    width: 'w-32',
    card: 'line',
    cell: ({ deactivatedAt }) => (deactivatedAt ? <Badge>Deactivated</Badge> : <Badge tone="good">Active</Badge>),
  },
]

/** Everybody who works or worked here; a row leads to what can be changed about them. */
export function PeopleTable({
  people,
  ownId,
  zone,
  now,
  hrefOf,
}: {
  people: ListedPerson[]
  ownId: string
  zone: string
  now: Date
  hrefOf: (personId: string) => string
}) {
  return (
    <DataTable
      caption="People"
      columns={columnsFor(ownId, zone, now)}
      rows={people}
      rowKey={({ id }) => id}
      rowHref={({ id }) => hrefOf(id)}
      empty={null}
    />
  )
}
