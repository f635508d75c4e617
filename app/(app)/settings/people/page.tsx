import { UserPlus } from 'lucide-react'
import { notFound } from 'next/navigation'
import { AddPersonForm } from '@/components/people/add-person-form'
import { EditPerson } from '@/components/people/edit-person'
import { PeopleTable } from '@/components/people/people-table'
import { SettingsFrame } from '@/components/settings/settings-frame'
import { LinkButton } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { listManagedPeople } from '@/lib/people/queries'
import { companySettings } from '@/lib/settings/queries'
import {
  addPersonAction,
  changeRoleAction,
  deactivatePersonAction,
  reactivatePersonAction,
  setPasswordAction,
} from './actions'

export const metadata = { title: 'People' }

const here = '/settings/people'

export default async function PeoplePage({ searchParams }: PageProps<'/settings/people'>) {
  const actor = await currentActor()
  if (!can(actor, 'people.manage')) notFound()
  const params = await searchParams
  const [people, { timeZone }] = await Promise.all([listManagedPeople(actor), companySettings()])
  const chosen = people.find(({ id }) => id === params.person)
  const active = people.filter(({ deactivatedAt }) => !deactivatedAt).length
  const gone = people.length - active
  return (
    <SettingsFrame
      actor={actor}
      place={here}
      subline={`${active} can sign in${gone > 0 ? `, ${gone} deactivated` : ''}`}
      actions={
        <LinkButton look="primary" href={`${here}?do=add`} scroll={false} icon={<UserPlus />}>
          Add person
        </LinkButton>
      }
      flush
    >
      <PeopleTable
        people={people}
        ownId={actor.id}
        zone={timeZone}
        now={new Date()}
        hrefOf={(id) => `${here}?person=${id}`}
      />
      {params.do === 'add' ? (
        <Dialog title="Add person" closeHref={here}>
          <AddPersonForm action={addPersonAction} backHref={here} />
        </Dialog>
      ) : null}
      {chosen ? (
        <Dialog title={chosen.name} subline={chosen.email} closeHref={here}>
          <EditPerson
            person={chosen}
            backHref={here}
            actions={{
              changeRole: changeRoleAction,
              setPassword: setPasswordAction,
              deactivate: deactivatePersonAction,
              reactivate: reactivatePersonAction,
            }}
          />
        </Dialog>
      ) : null}
    </SettingsFrame>
  )
}
