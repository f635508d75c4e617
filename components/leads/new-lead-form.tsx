import type { FormAction } from '@/lib/forms/form-state'
import { KnownAlike } from '../duplicates/known-alike'
import { LinkButton } from '../ui/button'
import { TextField } from '../ui/field'
import { Form, FormButtons, SubmitButton } from '../ui/form'

/** Makes a lead. The least is a name, an address or an id elsewhere. `company` is known beforehand on a company's page. */
export function NewLeadForm({
  action,
  company,
  currency,
  cancelHref,
}: {
  action: FormAction
  company?: { name: string; domain: string | null }
  currency: string
  cancelHref: string
}) {
  return (
    <Form action={action} label="New lead">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="firstName" label="First name" maxLength={100} autoFocus autoComplete="off" />
        <TextField name="lastName" label="Last name" maxLength={100} autoComplete="off" />
        <TextField name="email" label="Email" type="email" maxLength={320} autoComplete="off" />
        <TextField name="phone" label="Phone" type="tel" maxLength={50} optional autoComplete="off" />
        <TextField name="title" label="Role" maxLength={200} optional />
        <TextField name="source" label="Source" maxLength={200} optional hint="Where we know them from" />
        <TextField name="companyName" label="Company" maxLength={200} optional defaultValue={company?.name} />
        <TextField
          name="companyDomain"
          label="Company’s domain"
          maxLength={253}
          optional
          placeholder="norrland.example"
          defaultValue={company?.domain ?? undefined}
        />
        <TextField name="value" label={`Value in ${currency}`} inputMode="decimal" optional />
        <TextField
          name="externalId"
          label="Id elsewhere"
          maxLength={200}
          optional
          hint="In the system they come from"
        />
      </div>
      <TextField name="tags" label="Tags" optional hint="Divided by commas" />
      <KnownAlike />
      <FormButtons>
        <SubmitButton>Create lead</SubmitButton>
        <LinkButton href={cancelHref} scroll={false}>
          Cancel
        </LinkButton>
      </FormButtons>
    </Form>
  )
}
