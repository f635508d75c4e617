import { AssignForm } from '@/components/leads/assign-form'
import { Dialog } from '@/components/ui/dialog'
import { listPeople } from '@/lib/people/queries'
import { assignLeadAction } from '../actions'
import type { LeadDialogProps } from './lead-dialog-props'

/** Who owns the lead, and whose rep it is: people of that role, and managers and admins. */
export async function AssignDialog({ actor, page: { lead }, backHref }: LeadDialogProps) {
  const people = await listPeople(actor)
  const options = (role: 'marketer' | 'rep') =>
    people
      .filter((person) => [role, 'manager', 'admin'].includes(person.role))
      .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Dialog title="Owner and rep" subline={lead.name} closeHref={backHref}>
      <AssignForm
        action={assignLeadAction}
        leadId={lead.id}
        owner={lead.owner?.id ?? ''}
        rep={lead.rep?.id ?? ''}
        owners={options('marketer')}
        reps={options('rep')}
        doneHref={backHref}
        cancelHref={backHref}
      />
    </Dialog>
  )
}
