import type { FormAction } from '@/lib/forms/form-state'
import type { LeadShape } from '@/lib/leads/lead-shape'
import { LinkButton } from '../ui/button'
import { TextField } from '../ui/field'
import { Form, FormButtons, SubmitButton } from '../ui/form'
import { OverwriteButton } from './overwrite-button'

/**
 * The facts of a lead. It carries the version that was read: when somebody else was faster, the form says what they
 * changed, keeps what was typed and offers to put it over theirs.
 */
export function EditForm({
  action,
  lead,
  doneHref,
  cancelHref,
}: {
  action: FormAction
  lead: LeadShape
  doneHref: string
  cancelHref: string
}) {
  const { company } = lead
  return (
    <Form
      action={action}
      hidden={{ leadId: lead.id, version: String(lead.version) }}
      doneHref={doneHref}
      label="Edit the lead"
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="firstName" label="First name" defaultValue={lead.firstName ?? ''} />
        <TextField name="lastName" label="Last name" defaultValue={lead.lastName ?? ''} />
        <TextField name="email" label="Email" type="email" defaultValue={lead.email ?? ''} />
        <TextField name="phone" label="Phone" type="tel" defaultValue={lead.phone ?? ''} />
        <TextField name="title" label="Role" defaultValue={lead.title ?? ''} />
        <TextField name="source" label="Source" defaultValue={lead.source ?? ''} />
        <TextField name="company.name" label="Company" defaultValue={company?.name ?? ''} />
        <TextField name="company.domain" label="Company’s domain" defaultValue={company?.domain ?? ''} />
        <TextField
          name="value"
          label="Value"
          inputMode="decimal"
          defaultValue={lead.value === null ? '' : String(lead.value)}
        />
        <TextField name="currency" label="Currency" maxLength={3} defaultValue={lead.currency ?? ''} />
      </div>
      <TextField name="tags" label="Tags" hint="Apart by commas." defaultValue={lead.tags.join(', ')} />
      <FormButtons>
        <SubmitButton>Save</SubmitButton>
        <OverwriteButton />
        <LinkButton href={cancelHref} scroll={false}>
          Cancel
        </LinkButton>
      </FormButtons>
    </Form>
  )
}
