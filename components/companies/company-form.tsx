import type { FormAction } from '@/lib/forms/form-state'
import { LinkButton } from '../ui/button'
import { TextField } from '../ui/field'
import { Form, FormButtons, SubmitButton } from '../ui/form'

/** Makes a company, or changes the one that is given. */
export function CompanyForm({
  action,
  company,
  doneHref,
  cancelHref,
}: {
  action: FormAction
  company?: { id: string; name: string; domain: string | null; employees: number | null }
  doneHref?: string
  cancelHref: string
}) {
  return (
    <Form
      action={action}
      hidden={company ? { companyId: company.id } : {}}
      doneHref={doneHref}
      label={company ? 'Edit the company' : 'New company'}
    >
      <TextField
        name="name"
        label="Name"
        required
        maxLength={200}
        defaultValue={company?.name}
        autoFocus
        autoComplete="off"
      />
      <TextField
        name="domain"
        label="Domain"
        optional
        maxLength={253}
        placeholder="norrland.example"
        defaultValue={company?.domain ?? undefined}
        hint="Leads with this domain find their company by it."
      />
      <TextField
        name="employees"
        label="Employees"
        optional
        inputMode="numeric"
        defaultValue={company?.employees?.toString()}
        hint="How many people work there."
        autoComplete="off"
      />
      <FormButtons>
        <SubmitButton>{company ? 'Save' : 'Create company'}</SubmitButton>
        <LinkButton href={cancelHref} scroll={false}>
          Cancel
        </LinkButton>
      </FormButtons>
    </Form>
  )
}
